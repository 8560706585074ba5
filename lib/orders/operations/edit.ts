import { eq } from "drizzle-orm";
import type * as z from "zod";
import type { Database } from "@/db/client";
import { orders, retailers } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { formatMoney } from "@/lib/platform/money";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { editOrderInput } from "../input";
import { lockPending, selectOrders } from "../queries";
import { handoverAgain, orderAddress } from "../rules";
import { type ChangedTotalData, orderView } from "../views";

type Order = typeof orders.$inferSelect;
type Edit = z.output<typeof editOrderInput>;

const refusal = (field: string, code: string, message: string) =>
  new AppError("invalid", message, { errors: [{ field, code, message }] });

/**
 * How the order is handed over after the edit, with what follows from it.
 * @throws AppError `invalid` for a way that the shop does not offer, or not for so little; a delivery to nowhere
 */
async function handover(tx: Database, order: Order, edit: Edit, say: Say, locale: string) {
  const [shop] = await tx.select().from(retailers).where(eq(retailers.id, order.retailerId));
  const fulfilment = edit.fulfilment ?? order.fulfilment;
  const terms = handoverAgain(order, fulfilment, shop!);
  if (!terms) throw refusal("fulfilment", "not_offered", say("checkout.not_offered", { shop: shop!.name }));
  if (terms.missing > 0) {
    const amount = formatMoney(terms.missing, order.currency, locale);
    throw refusal("fulfilment", "below_minimum_order", say("cart.missing", { amount, shop: shop!.name }));
  }
  const address = edit.address ? orderAddress(edit.address) : order.address;
  if (fulfilment === "delivery" && !address) {
    throw refusal("address.line1", "required", say("checkout.address_needed"));
  }
  const { shipping, total } = terms;
  return {
    fulfilment,
    paymentMethod: fulfilment === "delivery" ? ("cash_on_delivery" as const) : ("cash_on_pickup" as const),
    address: fulfilment === "delivery" ? address : null,
    shipping,
    total,
  };
}

/** Changes what may still be changed of an order that its shop has not confirmed. */
export const editOrder = operation({
  name: "orders.edit",
  summary: "Changes contact, address, note, or delivery and pickup of an order that is still pending.",
  http: { method: "PATCH", path: "/api/profile/orders/{id}", errors: ["conflict", "changed"] },
  message: "The order is changed.",
  input: editOrderInput,
  output: orderView,
  allow: [customer],
  limit: "write",
  run: async ({ input, context, tx, record }) => {
    const { say, locale } = context;
    const order = await lockPending(tx, input.id, say);
    const handed = await handover(tx, order, input, say, locale);
    const { expectedTotal } = input;
    if (expectedTotal !== undefined && expectedTotal !== handed.total) {
      const [was, now] = [expectedTotal, handed.total].map((amount) => formatMoney(amount, order.currency, locale));
      const data: ChangedTotalData = { total: { was: was!, now: now! }, accept: { expectedTotal: handed.total } };
      throw new AppError("changed", say("orders.total_changed", data.total), { data });
    }
    await tx
      .update(orders)
      .set({
        ...handed,
        contactName: input.contact?.name ?? order.contactName,
        contactEmail: input.contact?.email ?? order.contactEmail,
        contactPhone: input.contact?.phone ?? order.contactPhone,
        note: input.note ?? order.note,
      })
      .where(eq(orders.id, order.id));
    await record("order.edited", { orderId: order.id });
    const [edited] = await selectOrders(tx, eq(orders.id, order.id), locale);
    return edited!;
  },
});
