"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { parseCart } from "@/lib/cart/cookie";
import { withoutCountryAlone } from "@/lib/orders/address-form";
import { pathIn } from "@/lib/platform/messages/paths";
import { type FormState, formInput, localeOf, runForm } from "@/lib/web/action";
import { openAccount, placePhoneOrder } from "./operations";

/** On with the order, for the account that was just opened. */
export async function openAccountForOrder(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(openAccount, locale, formInput(openAccount, form), form);
  if (!result.ok) return result.state;
  const items = String(form.get("items") ?? "");
  const query = new URLSearchParams({ customer: String(result.data.id), ...(items && { items }) });
  redirect(pathIn(locale)(`/admin/phone-orders?${query}`));
}

/** On to the order; several that one call made are found by their number. */
export async function placeOrderForCaller(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const path = pathIn(locale);
  const input = withoutCountryAlone(formInput(placePhoneOrder, form));
  input.items = parseCart(String(form.get("items") ?? ""));
  const result = await runForm(placePhoneOrder, locale, input, form);
  if (result.ok) {
    const { number, orders } = result.data;
    redirect(
      path(
        orders.length === 1
          ? `/admin/orders/${number}-1?done=order_placed`
          : `/admin/orders?q=${number}&done=order_placed`,
      ),
    );
  }
  refresh();
  return result.state;
}
