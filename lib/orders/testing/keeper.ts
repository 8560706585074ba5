import { sql } from "drizzle-orm";
import { type Database, transaction } from "@/db/client";
import { retailerMembers } from "@/db/schema";
import { makeUser } from "@/db/testing/factories";
import type { OrderStatus } from "../rules";

/** Somebody who keeps a shop, with what the retailer's login lets them do and see of its orders. */
export async function makeKeeper(owner: Database, retailerId: number) {
  const { id: userId } = await makeUser(owner);
  await owner.insert(retailerMembers).values({ retailerId, userId, role: "owner" });
  const acting = { tier: "retailer", userId } as const;
  return {
    id: userId,
    /**
     * Moves an order along.
     * @param before runs with the order moved and not yet committed
     */
    move: (number: string, status: OrderStatus, before: () => Promise<unknown> = async () => undefined) =>
      transaction(acting, async (tx) => {
        await tx.execute(sql`update orders set status = ${status} where number = ${number}`);
        await before();
      }),
    /** The order as the shop sees it; undefined when it does not. */
    sees: async (number: string) => {
      const { rows } = await transaction(acting, (tx) =>
        tx.execute(sql`select * from orders where number = ${number}`),
      );
      return rows[0];
    },
  };
}
