"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { pathIn } from "@/lib/platform/messages/paths";
import { type FormState, formInput, localeOf, otherCountry, runForm, runThenNext } from "@/lib/web/action";
import { withoutCountryAlone } from "./address-form";
import { cancelOrder } from "./operations/cancel";
import { editOrder } from "./operations/edit";
import { reorder } from "./operations/reorder";
import { submitOrders } from "./operations/submit";
import type { ChangedData } from "./views";

/**
 * The checkout's form. A failure keeps what was typed, and the page behind it shows what is so now; a change is shown
 * with the button that accepts it. When nothing is left that could be accepted, the cart says so.
 */
export async function placeOrder(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const path = pathIn(locale);
  const result = await runForm(submitOrders, locale, withoutCountryAlone(formInput(submitOrders, form)), form);
  if (result.ok) redirect(path(`/profile/orders/${result.data.number}?placed=1`));
  const { code, data } = result.state;
  if (code === "changed" && (data as ChangedData).nothingLeft) redirect(path("/cart?unordered=1"));
  refresh();
  return result.state;
}

/** Who an order is for, as far as the form asks: what was emptied is refused, and not taken for left as it was. */
function contactIn(form: FormData): { contact?: Record<string, string> } {
  const given = ["name", "email", "phone"].filter((part) => form.has(`contact.${part}`));
  const contact = given.map((part) => [part, String(form.get(`contact.${part}`))]);
  return given.length ? { contact: Object.fromEntries(contact) } : {};
}

/**
 * What may be changed of a pending order. One that is picked up has no address: what the form says of it is left out. Of
 * the totals that the page says for each way, the one of the way that is chosen counts.
 */
export async function saveOrder(_: FormState, form: FormData): Promise<FormState> {
  const asked = otherCountry(form);
  if (asked) return asked;
  const chosen = form.get("fulfilment");
  if (chosen === "pickup") {
    for (const name of [...form.keys()]) if (name.startsWith("address.")) form.delete(name);
  }
  const total = form.get(`totals.${chosen}`);
  if (total !== null) form.set("expectedTotal", total);
  return runThenNext(editOrder, form, { note: String(form.get("note") ?? ""), ...contactIn(form) });
}

export const takeBackOrder = async (_: FormState, form: FormData) => runThenNext(cancelOrder, form);

/** On to the cart; when not all of it could be added, the page stays and says what. */
export async function orderAgain(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(reorder, locale, formInput(reorder, form), form);
  if (!result.ok) return result.state;
  const errors = result.data.lines.flatMap(({ message, code }) =>
    message === null ? [] : [{ field: "lines", code: code ?? "", message }],
  );
  if (!errors.length) redirect(pathIn(locale)("/cart"));
  return { message: "", code: "changed", errors, values: {}, data: null };
}
