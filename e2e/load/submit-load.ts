import { randomBytes } from "node:crypto";
import { tierUrl } from "@/db/tiers";
import { env } from "@/lib/platform/env";
import type { FloorSubmit } from "./floor-submit";
import type { Load } from "./generator";
import { startHelper } from "./helper";
import { type Comparison, compare, type Sample, type Timed, timed } from "./measured";
import type { PrivateShop } from "./private-shop";
import { capture, type Prepared, post } from "./requests";
import { makeShoppers, type Shopper } from "./shoppers";

/** As many as the shop's login has connections, so that both sides wait for the database alike. */
const concurrency = 16;
const shoppers = 64;
const bounds = { warmUp: 0.7, seconds: 3, atMost: 5000 };

const contact = { name: "Sara Shopper", email: "sara@example.com", phone: "+49 30 1234567" };
const address = { line1: "Marktplatz 1", postcode: "10115", city: "Berlin", country: "DE" };

/** One order of two shops, delivered, under a key of its own each time. */
function submitOf({ cookie }: Shopper): Prepared {
  const key = `load-${randomBytes(6).toString("hex")}-{n}`;
  return post("/api/orders", { contact, address }, { cookie, "idempotency-key": key });
}

/**
 * Submits a second by signed-in shoppers against the same SQL transaction in a bare pg loop at the same concurrency.
 * What the shop does besides (who asks, may they, how often, JSON, HTTP) is what the ratio shows.
 */
export async function loadSubmit(shop: PrivateShop): Promise<Comparison> {
  const people = await makeShoppers(shop.databaseUrl, shoppers);
  await capture(shop.origin, submitOf(people[0]!));
  const generator = startHelper("generator");
  const floor = startHelper("floor-submit");
  const settings = { rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: env.AUTH_SECRET };
  const least: FloorSubmit = {
    url: tierUrl(shop.databaseUrl, "shop", settings),
    concurrency,
    shoppers: people,
    contact,
    address,
    ...bounds,
  };
  try {
    const own: Timed[] = [];
    const floors: Timed[] = [];
    for (let round = 0; round < 2; round += 1) {
      const load: Load = { origin: shop.origin, requests: people.map(submitOf), connections: concurrency, ...bounds };
      own.push(await timed(shop.pid, () => generator.ask<Sample>(load)));
      floors.push(await timed(floor.pid, () => floor.ask<Sample>(least)));
    }
    return compare("submit", own, floors);
  } finally {
    generator.stop();
    floor.stop();
  }
}
