import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "@/db/client";
import { orders, submits } from "@/db/schema";
import { emailAddress, phoneNumber, reachable } from "@/lib/accounts/contact-input";
import { invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { operator } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { checkoutBaskets } from "../checkout-baskets";
import { boardView, keptByIds } from "../keeping/queries";
import { placeOrders } from "../operations/place";
import { findCustomersInput, openAccountInput, placePhoneOrderInput, preparePhoneOrderInput } from "./input";
import { type CustomerView, customerView, phoneOrderView, preparedPhoneOrderView } from "./views";

/** As many as are shown to choose among; more are narrowed by typing more. */
const mostFound = 20;

/** @throws AppError `invalid` for an account that is not there, or closed */
async function customerOf(tx: Database, id: number, say: Say): Promise<CustomerView> {
  const { rows } = await tx.execute<CustomerView>(
    sql`select id, name, email, phone from people where id = ${id} and active`,
  );
  const [found] = rows;
  if (!found) throw invalidField("customerId", "not_found", say("admin.phone.no_customer"));
  return found;
}

export const findCustomers = operation({
  name: "orders.phone.find",
  summary: "Open accounts that have this in their name, e-mail address or phone number, the newest first; masked.",
  message: "Customers.",
  input: findCustomersInput,
  output: z.object({ items: z.array(customerView), more: z.boolean() }),
  allow: [operator],
  limit: "none",
  readOnly: true,
  run: async ({ input, tx }) => {
    const { rows } = await tx.execute<CustomerView>(sql`
      select p.id, p.name, p.email, p.phone from people p
      where p.id = any (array(select find_people(${input.q}, ${mostFound + 1}))) and p.active order by p.id desc`);
    return { items: rows.slice(0, mostFound), more: rows.length > mostFound };
  },
});

/** A code to its address opens it; nobody learns a password. */
export const openAccount = operation({
  name: "orders.phone.openAccount",
  summary: "Opens an account for somebody who calls and has none.",
  message: "The account is open.",
  input: openAccountInput.extend({ email: emailAddress.optional(), phone: phoneNumber.optional() }).check(reachable),
  output: z.object({ id: z.int() }),
  allow: [operator],
  limit: "write",
  run: async ({ input: { name, email = null, phone = null }, tx, record }) => {
    const { rows } = await tx.execute<{ id: number }>(sql`select open_account(${name}, ${email}, ${phone}) as id`);
    const { id } = rows[0]!;
    await record("account.created", { userId: id });
    return { id };
  },
});

export const preparePhoneOrder = operation({
  name: "orders.phone.prepare",
  summary: "What an order on the phone would hold and cost now.",
  message: "Ready to order.",
  input: preparePhoneOrderInput,
  output: preparedPhoneOrderView,
  allow: [operator],
  limit: "none",
  readOnly: true,
  run: async ({ input, context: { locale, say }, tx, now }) => ({
    customer: input.customerId === undefined ? null : await customerOf(tx, input.customerId, say),
    ...(await checkoutBaskets(tx, input.items, { now, locale, say })),
  }),
});

/** The orders are the customer's; the log says who took them down. */
export const placePhoneOrder = operation({
  name: "orders.phone.place",
  summary:
    "Places the orders of somebody who calls: one for each retailer, all of them or none, at the prices of the cart.",
  http: {
    method: "POST",
    path: "/api/admin/orders",
    status: 201,
    headers: { idempotencyKey: "Idempotency-Key" },
    errors: ["changed", "out_of_stock"],
  },
  message: "Order placed.",
  input: placePhoneOrderInput,
  output: phoneOrderView,
  allow: [operator],
  limit: "submit",
  run: async ({ input, actor, context, tx, record }) => {
    const { customerId: userId, items } = input;
    await customerOf(tx, userId, context.say);
    const lines = [...new Map(items.map((line) => [line.variantId, line])).values()];
    if (lines.length < items.length) throw invalidField("items", "twice", context.say("admin.phone.twice"));
    const { number } = await placeOrders({ tx, context, record }, { userId, lines, input });
    const made = await tx
      .select({ id: orders.id })
      .from(orders)
      .innerJoin(submits, eq(submits.id, orders.submitId))
      .where(eq(submits.number, number))
      .orderBy(orders.id);
    const rows = await keptByIds(
      tx,
      made.map(({ id }) => id),
    );
    return { number, orders: rows.map((row) => boardView(row, actor, context.locale)) };
  },
});
