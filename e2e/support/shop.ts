import { createHmac } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool, type QueryResultRow } from "pg";
import type { Database } from "@/db/client";
import { makeProduct, makeRetailer } from "@/db/testing/factories";
import { toolEnv } from "@/lib/platform/env";

export type Goods = Awaited<ReturnType<typeof makeProduct>> & { shop: Awaited<ReturnType<typeof makeRetailer>> };

/** The database behind the server under test, as its owner: what a test needs to know and no page tells. */
export class Shop {
  readonly #pool: Pool;
  readonly db: Database;

  constructor() {
    const url = toolEnv("DATABASE_URL");
    if (!url) throw new Error("DATABASE_URL: it is not set; run the tests by `npm test`, which sets it");
    this.#pool = new Pool({ connectionString: url, max: 2 });
    this.db = drizzle(this.#pool);
  }

  /** Rows of one SQL statement. */
  async rows<T extends QueryResultRow>(statement: string, ...values: unknown[]): Promise<T[]> {
    return (await this.#pool.query<T>(statement, values)).rows;
  }

  /** A shop of the test's own that delivers for 5.00 and hands over at the counter, with one product to sell. */
  async open(
    variant: Parameters<typeof makeProduct>[2] extends infer Over | undefined
      ? Over extends { variant?: infer V }
        ? V
        : never
      : never = {},
    shopOver: Parameters<typeof makeRetailer>[1] = {},
  ): Promise<Goods> {
    const shop = await makeRetailer(this.db, { city: "Berlin", tagline: "Made by a test", ...shopOver });
    return this.sell(shop, variant);
  }

  /** Another product in a shop of {@link open}. */
  async sell(shop: Goods["shop"], variant: object = {}): Promise<Goods> {
    return { shop, ...(await makeProduct(this.db, shop.id, { variant: { stock: 50, ...variant } })) };
  }

  /** As if staff had made the account's password. */
  async generated(email: string): Promise<void> {
    const changed = await this.rows(
      "update credentials c set must_change = true from users u where u.id = c.user_id and u.email = $1 returning 1",
      email,
    );
    if (!changed.length) throw new Error(`${email} has no password`);
  }

  /** A shop that waits for approval, of an account that there is. */
  async apply(email: string): Promise<void> {
    const { id } = await makeRetailer(this.db, { status: "pending" });
    await this.rows(
      "insert into retailer_members (retailer_id, user_id, role) select $1, id, 'owner' from users where email = $2",
      id,
      email,
    );
  }

  /** As if a day had passed since codes were sent to this address. The counts of others stay. */
  async forgetSends(email: string): Promise<void> {
    const bucket = createHmac("sha256", toolEnv("CODE_PEPPER") ?? "")
      .update(`send-code ${email}`)
      .digest("base64url");
    const gone = await this.rows("delete from codes.hit where starts_with(bucket, $1) returning bucket", bucket);
    if (!gone.length) throw new Error(`Nothing is counted for ${email}`);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
