"use client";
import { Choice } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Told } from "@/lib/catalog/keeping/rules/describe";
import { fill, type Words } from "./words";

/** What two people wrote differently, to choose from. */
export function Conflicts({ conflicts, words }: { conflicts: readonly Told[]; words: Words }) {
  const w = (key: string) => words[key] ?? key;
  if (!conflicts.length) return null;
  return (
    <section className="stack-4 border-s-4 border-warn bg-warn-soft p-4">
      <h2 className="text-lg font-semibold">{w("conflict_title")}</h2>
      {conflicts.map(({ field, label, was, now, yours }) => (
        <fieldset key={field} className="stack-2">
          <legend className="font-semibold">
            <bdi>{label}</bdi>
          </legend>
          <p className="text-sm">
            {w("conflict_was")}: <bdi className="break-words">{was}</bdi>
          </p>
          <div className="grid gap-3 md:grid-cols-2">
            <Choice
              name={`choice.${field}`}
              value="theirs"
              label={<bdi className="break-words">{fill(w("conflict_theirs"), { value: now })}</bdi>}
              defaultChecked
            />
            <Choice
              name={`choice.${field}`}
              value="mine"
              label={<bdi className="break-words">{fill(w("conflict_mine"), { value: yours })}</bdi>}
            />
          </div>
        </fieldset>
      ))}
    </section>
  );
}

/** What somebody else changed while a product was open here, and stays. */
export function Meanwhile({ changes, words }: { changes: readonly Told[]; words: Words }) {
  const w = (key: string) => words[key] ?? key;
  if (!changes.length) return null;
  return (
    <Notice title={w("meanwhile_title")}>
      <p className="text-sm">{w("meanwhile_lead")}</p>
      <ul className="mt-2 list-disc ps-5 text-sm">
        {changes.map(({ field, label, was, now }) => (
          <li key={field}>
            <bdi className="font-semibold">{label}</bdi>: <bdi className="break-words">{was}</bdi>
            {" → "}
            <bdi className="break-words">{now}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
