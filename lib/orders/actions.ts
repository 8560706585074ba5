"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { pathIn } from "@/lib/platform/messages/paths";
import { type FormState, formInput, runForm } from "@/lib/web/action";
import { submitOrders } from "./operations/submit";
import type { ChangedData } from "./views";

/**
 * The checkout's form. A failure keeps what was typed, and the page behind it shows what is so now; a change is shown
 * with the button that accepts it. When nothing is left that could be accepted, the cart says so.
 */
export async function placeOrder(_: FormState, form: FormData): Promise<FormState> {
  const locale = String(form.get("locale") ?? "");
  const path = pathIn(locale);
  const input = formInput(submitOrders, form);
  // A form has a country before anything is typed: alone it is no address.
  const { country: _country, ...typed } = (input.address ?? {}) as Record<string, string>;
  if (!Object.keys(typed).length) delete input.address;
  const result = await runForm(submitOrders, locale, input, form);
  if (result.ok) redirect(path(`/orders/${result.data.number}?placed=1`));
  const { code, data } = result.state;
  if (code === "changed" && (data as ChangedData).nothingLeft) redirect(path("/cart?unordered=1"));
  refresh();
  return result.state;
}
