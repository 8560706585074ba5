"use client";
import { Button } from "@/components/ui/button";
import { Choice, Field } from "@/components/ui/field";
import { useFieldId } from "@/components/ui/form";
import { refusalLooks } from "@/components/ui/refusal-looks";
import type { Words } from "./words";

type Props = {
  chosen: string;
  /** Names by id; all of them come back with the form. */
  labels: Readonly<Record<string, string>>;
  /** Ids that were looked for and what is said of them; null before. */
  found: { ids: readonly string[]; text: string } | null;
  error: string | undefined;
  words: Words;
};

/** A category among however many: what is chosen, what a search found, and the search. Each search is a submit. */
export function CategoryField({ chosen, labels, found, error, words }: Props) {
  const w = (key: string) => words[key] ?? key;
  const id = useFieldId()("categoryId");
  const offered = [...new Set([chosen, ...(found?.ids ?? []), ""])].filter((each) => each === "" || labels[each]);
  return (
    <fieldset id={id} className="stack-2 min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-semibold">{w("category")}</legend>
      {error && (
        <p id={`${id}-error`} className={refusalLooks.message}>
          {error}
        </p>
      )}
      {found && (
        <p role="status" className="text-sm">
          {found.text}
        </p>
      )}
      <div className="grid gap-2">
        {offered.map((each) => (
          <Choice
            key={each}
            name="category"
            value={each}
            label={<bdi>{each === "" ? w("no_category") : labels[each]}</bdi>}
            defaultChecked={each === chosen}
          />
        ))}
      </div>
      {Object.entries(labels).map(([each, label]) => (
        <input key={each} type="hidden" name={`label.${each}`} value={label} />
      ))}
      <Field
        type="search"
        name="find"
        label={w("category_find")}
        dir="auto"
        beside={
          <Button type="submit" name="do" value="find" look="secondary">
            {w("category_find_button")}
          </Button>
        }
      />
    </fieldset>
  );
}
