"use server";
import { redirect } from "next/navigation";
import { pathIn } from "@/lib/platform/messages/paths";
import { type FormState, formInput, runForm } from "@/lib/web/action";
import { submitOrders } from "./operations/submit";

/** The checkout's form. A failure keeps what was typed; a change is shown with the button that accepts it. */
export async function placeOrder(_: FormState, form: FormData): Promise<FormState> {
  const locale = String(form.get("locale") ?? "");
  const input = formInput(submitOrders, form);
  // A form has a country before anything is typed: alone it is no address.
  const { country: _country, ...typed } = (input.address ?? {}) as Record<string, string>;
  if (!Object.keys(typed).length) delete input.address;
  const result = await runForm(submitOrders, locale, input, form);
  if (!result.ok) return result.state;
  redirect(pathIn(locale)(`/orders/${result.data.number}?placed=1`));
}
