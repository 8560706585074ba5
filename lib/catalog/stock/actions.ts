"use server";
import { redirect } from "next/navigation";
import { pathIn, safePath } from "@/lib/platform/messages/paths";
import { foldDigits } from "@/lib/platform/text/digits";
import { type FormState, localeOf, runForm, runThenNext } from "@/lib/web/action";
import { adjustStock, countStock } from "./operations";

export const saveStock = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(adjustStock, form);

/** A whole number as people type it; anything else stays as it is, to be refused. */
const whole = (typed: string): number | string => {
  const text = foldDigits(typed).trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : typed;
};

/** The rows of a count sheet that were filled in; empty ones were not counted. */
export async function saveCount(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const ids = [...form.entries()].flatMap(([name, value]) => {
    const id = /^counted\.(\d{1,9})$/.exec(name)?.[1];
    return id !== undefined && String(value).trim() !== "" ? [id] : [];
  });
  const lines = ids.map((id) => ({
    id: Number(id),
    seen: whole(String(form.get(`seen.${id}`) ?? "")),
    counted: whole(String(form.get(`counted.${id}`) ?? "")),
  }));
  const result = await runForm(countStock, locale, { lines, note: String(form.get("note") ?? "") }, form);
  if (result.ok) redirect(safePath(String(form.get("next") ?? ""), pathIn(locale)("/admin/stock")));
  // The sheet knows its fields by variant, the operation by line.
  const errors = result.state.errors.map((error) => {
    const line = /^lines\.(\d+)\.counted$/.exec(error.field)?.[1];
    return line === undefined ? error : { ...error, field: `counted.${ids[Number(line)]}` };
  });
  return { ...result.state, errors };
}
