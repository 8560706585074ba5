import type { Database } from "@/db/client";
import { orderLines, orders, submits } from "@/db/schema";
import { makeUser } from "@/db/testing/factories";

/** An order of one piece, as a submit writes it. */
export async function orderOf(db: Database, retailerId: number, line: { productId: number; variantId: number }) {
  const user = await makeUser(db);
  await db.transaction(async (tx) => {
    const [submit] = await tx.insert(submits).values({ userId: user.id, idempotencyKey: "once" }).returning();
    const [order] = await tx
      .insert(orders)
      .values({
        submitId: submit!.id,
        retailerId,
        userId: user.id,
        number: `${submit!.number}-1`,
        paymentMethod: "cash_on_pickup",
        fulfilment: "pickup",
        contactName: "Ada Example",
        contactEmail: "ada@example.com",
        contactPhone: "+49301234567",
        currency: "EUR",
        subtotal: 1000,
        shipping: 0,
        total: 1000,
        weight: 250,
      })
      .returning();
    await tx.insert(orderLines).values({
      ...line,
      orderId: order!.id,
      position: 0,
      name: "Cup",
      unitPrice: 1000,
      quantity: 1,
      total: 1000,
      weight: 250,
    });
  });
}
