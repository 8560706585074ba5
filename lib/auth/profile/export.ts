import { eq } from "drizzle-orm";
import * as z from "zod";
import { transaction } from "@/db/client";
import { orders } from "@/db/schema";
import { addressesOf } from "@/lib/accounts/addresses/operations";
import { addressView } from "@/lib/accounts/addresses/views";
import { profileOf, sessionTracesOf } from "@/lib/accounts/profile/queries";
import { profileView, sessionTraces } from "@/lib/accounts/profile/views";
import { cartViewOf, priceCart } from "@/lib/cart/read";
import { currentCart } from "@/lib/cart/saved";
import { cartView } from "@/lib/cart/views";
import { selectOrders } from "@/lib/orders/queries";
import { orderView } from "@/lib/orders/views";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";

/** More than anybody orders. */
const everyOrder = { limit: 1_000_000, offset: 0 };

const exportView = z.object({
  exportedAt: z.iso.datetime(),
  profile: profileView,
  addresses: z.array(addressView),
  orders: z.array(orderView),
  cart: cartView,
  sessions: sessionTraces,
});

/**
 * All that is kept about a person, but for what protects the account. What they bought comes by the shop's login; who
 * they are and where they signed in by the one that knows, once the first has let its connection go.
 */
export const exportProfile = operation({
  name: "profile.export",
  summary: "Everything that is kept about whoever asks, in one file.",
  http: { method: "GET", path: "/api/profile/export", download: "charsu-my-data.json" },
  message: "This is all that we keep about you.",
  input: z.object({}),
  output: exportView,
  allow: [customer],
  limit: "write",
  readOnly: true,
  run: async ({ actor, context, tx, now }) => {
    const { locale, say } = context;
    const userId = actor.userId!;
    const bought = {
      exportedAt: now.toISOString(),
      addresses: await addressesOf(tx, userId, locale),
      orders: await selectOrders(tx, eq(orders.userId, userId), locale, everyOrder),
      cart: cartViewOf(await priceCart(tx, await currentCart(tx, userId)), { now, locale, say }),
    };
    return () =>
      transaction({ tier: "auth", userId, readOnly: true }, async (auth) => ({
        ...bought,
        profile: await profileOf(auth, userId),
        sessions: await sessionTracesOf(auth, userId),
      }));
  },
});
