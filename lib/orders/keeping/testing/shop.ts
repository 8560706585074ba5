import type { Database } from "@/db/client";
import { makeMember, makeProduct, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import type { StaffRole } from "@/lib/web/actor";
import { actingAs, signedIn } from "@/lib/web/testing/context";
import { submitOrders } from "../../operations/submit";
import type { OrderStatus } from "../../rules";
import { submitOf, withCart } from "../../testing/submit";
import { moveOrder } from "../operations/move";

/** Everybody who has to do with orders: staff by their roles, two shops with their keepers, a shopper. */
export async function makePeople(owner: () => Database) {
  const db = owner();
  const [mine, other] = [await makeRetailer(db), await makeRetailer(db)];
  const goods = await makeProduct(db, mine.id, { variant: { stock: 1000, price: 1000 } });
  const foreign = await makeProduct(db, other.id, { variant: { stock: 1000, price: 500 } });
  const shopper = await makeUser(db, { name: "Sara Shopper" });
  const staff = {} as Record<StaffRole, Awaited<ReturnType<typeof makeStaff>>>;
  for (const role of ["product_manager", "operator", "supervisor", "admin"] as const)
    staff[role] = await makeStaff(db, role);
  const people = {
    ...staff,
    retailer: await makeMember(db, mine.id),
    clerk: await makeMember(db, mine.id, "staff"),
    stranger: await makeMember(db, other.id),
  };
  const as = (who: keyof typeof people) => actingAs(people[who]);
  const submit = withCart(submitOrders, owner);

  return {
    mine,
    other,
    goods,
    shopper,
    people,
    as,
    asShopper: () => signedIn(shopper),
    /** An order of some pieces of the one product; `elsewhere` is at the other shop. */
    place: async (over: Record<string, unknown> & { pieces?: number; elsewhere?: true } = {}) => {
      const { pieces = 2, elsewhere, ...rest } = over;
      const input = submitOf([[elsewhere ? foreign.variant.id : goods.variant.id, pieces]], rest);
      const { orders } = await submit.call(signedIn(shopper), input);
      return orders[0]!.number;
    },
    /** Moves an order through these, as the shop it is of does. */
    bring: async (number: string, ...way: OrderStatus[]) => {
      let from: OrderStatus = "pending";
      for (const to of way) {
        await moveOrder.call(as("retailer"), { id: number, from, to });
        from = to;
      }
      return number;
    },
  };
}

export type People = Awaited<ReturnType<typeof makePeople>>;
