"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, SelectField, TextAreaField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { saveProduct } from "@/lib/catalog/keeping/actions";
import { productStatuses } from "@/lib/catalog/keeping/input";
import type { Draft } from "@/lib/catalog/keeping/rules/draft";
import { CategoryField } from "./category-field";
import { Conflicts, Meanwhile } from "./differences";
import { OptionFields } from "./option-fields";
import { VariantGrid } from "./variant-grid";
import type { Words } from "./words";

type Props = {
  action: typeof saveProduct;
  locale: string;
  /** The product's id; null for a new one. */
  id: number | null;
  draft: Draft;
  /** Names of categories by id. */
  labels: Record<string, string>;
  /** Handles and names of the shops that a new product can be of; null where one must be written. */
  shops: readonly { handle: string; name: string }[] | null;
  words: Words;
  stockPath: string;
};

/** The editor of a product: one form whose buttons save it, find categories and bring the grid to the options. */
export function ProductEditor({ action, locale, id, draft: opened, labels, shops, words, stockPath }: Props) {
  const [state, act, pending] = useActionState(action, null);
  const w = (key: string) => words[key] ?? key;
  const draft = state?.draft ?? opened;
  const errorOf = (field: string) => state?.errors.find((each) => each.field === field)?.message;
  const errors = state?.errors ?? [];
  const problems = errors.length ? errors : state?.message ? [{ field: null, message: state.message }] : [];
  const known = state?.labels ?? labels;
  const save = (
    <Button type="submit" name="do" value="save" disabled={pending} className="justify-self-start">
      {pending ? w("saving") : w(id ? "save" : "create")}
    </Button>
  );
  return (
    <Form action={act} noValidate className="stack-6" key={state?.stamp ?? "opened"}>
      {/* Pressed by the Enter key, as the first button of the form. */}
      <button type="submit" name="do" value="enter" tabIndex={-1} aria-hidden="true" className="sr-only">
        {w("save")}
      </button>
      {state && problems.length > 0 && <ErrorSummary title={w("problem")} news={state} items={problems} />}
      {state?.notices.map(({ tone, text }) => (
        <Notice key={text} tone={tone} live="status">
          {text}
        </Notice>
      ))}
      <Conflicts conflicts={state?.conflicts ?? []} words={words} />
      <Meanwhile changes={state?.meanwhile ?? []} words={words} />
      <input type="hidden" name="locale" value={locale} />
      {id !== null && <input type="hidden" name="id" value={id} />}
      {draft.base && <input type="hidden" name="base" value={JSON.stringify(draft.base)} />}
      <div className="grid items-start gap-x-10 gap-y-5 xl:grid-cols-2">
        <div className="stack-5">
          {id === null && shops && shops.length > 1 && (
            <SelectField
              name="retailer"
              label={w("retailer")}
              defaultValue={draft.retailer}
              error={errorOf("retailer")}
            >
              {shops.map(({ handle, name }) => (
                <option key={handle} value={handle}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          {id === null && !shops && (
            <Field
              name="retailer"
              label={w("retailer")}
              hint={w("shop_hint")}
              defaultValue={draft.retailer}
              error={errorOf("retailer")}
              required
            />
          )}
          <Field
            name="name"
            label={w("name_label")}
            defaultValue={draft.name}
            error={errorOf("name")}
            dir="auto"
            required
          />
          <Field
            name="slug"
            label={w("slug")}
            hint={w(id === null ? "slug_hint_new" : "slug_hint")}
            defaultValue={draft.slug}
            error={errorOf("slug")}
            spellCheck={false}
          />
          <TextAreaField
            name="description"
            label={w("description")}
            hint={w("description_hint")}
            defaultValue={draft.description}
            error={errorOf("description")}
            rows={9}
            dir="auto"
          />
        </div>
        <div className="stack-5">
          <SelectField name="status" label={w("status")} defaultValue={draft.status} error={errorOf("status")}>
            {productStatuses.map((status) => (
              <option key={status} value={status}>
                {w(`statuses.${status}`)}
              </option>
            ))}
          </SelectField>
          <Field
            name="brand"
            label={w("brand")}
            hint={w("brand_hint")}
            defaultValue={draft.brand}
            error={errorOf("brand")}
            dir="auto"
          />
          <CategoryField
            chosen={draft.category}
            labels={known}
            found={state?.found ?? null}
            error={errorOf("categoryId")}
            words={words}
          />
        </div>
      </div>
      <OptionFields options={draft.options} words={words} />
      <section className="stack-2">
        <h2 className="text-lg font-semibold">{w("variants")}</h2>
        <p className="text-sm text-ink-soft">{w("price_hint")}</p>
        <VariantGrid variants={draft.variants} words={words} errorOf={errorOf} stockPath={stockPath} />
      </section>
      <div className="sticky bottom-0 z-10 border-t border-line bg-ground py-3">{save}</div>
    </Form>
  );
}
