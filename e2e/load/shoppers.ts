import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { savedCartLines, sessions } from "@/db/schema";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { sessionCookie, signAccessToken } from "@/lib/auth/tokens";

/** Somebody signed in who is about to submit: their cookie header, and the two variants of two shops in their cart. */
export type Shopper = { userId: number; cookie: string; lines: [Line, Line] };
/** `price` in minor units, `weight` in grams. */
export type Line = {
  productId: number;
  variantId: number;
  retailerId: number;
  name: string;
  price: number;
  weight: number;
};

const plenty = 1_000_000;
const productsOfEach = 25;

/** What is bought leaves no cart: the next submit of the same shopper is like the one before. */
const cartsThatStay = `
  create or replace function stay() returns trigger language plpgsql as 'begin return null; end';
  create or replace trigger saved_cart_lines_stay before delete on saved_cart_lines for each row execute function stay()`;

/** Makes `count` shoppers with live sessions, and two shops; neither shelves nor carts run empty. By SQL alone. */
export async function makeShoppers(databaseUrl: string, count: number): Promise<Shopper[]> {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  const db = drizzle(pool);
  try {
    const shelf = async () => {
      const retailer = await makeRetailer(db);
      const made = await Promise.all(
        Array.from({ length: productsOfEach }, () => makeProduct(db, retailer.id, { variant: { stock: plenty } })),
      );
      return made.map(({ product, variant }) => ({
        productId: product.id,
        variantId: variant.id,
        retailerId: retailer.id,
        name: product.name,
        price: variant.price,
        weight: variant.weight,
      }));
    };
    const [left, right] = await Promise.all([shelf(), shelf()]);
    await pool.query(cartsThatStay);
    return await Promise.all(
      Array.from({ length: count }, async (_, index): Promise<Shopper> => {
        const user = await makeUser(db);
        const expiresAt = new Date(Date.now() + 3_600_000);
        const [session] = await db
          .insert(sessions)
          .values({ userId: user.id, version: user.sessionVersion, expiresAt })
          .returning({ id: sessions.id });
        const claims = { userId: user.id, sid: session!.id, version: user.sessionVersion, name: user.name };
        const cookie = `${sessionCookie()}=${await signAccessToken(claims)}`;
        const lines: [Line, Line] = [left[index % left.length]!, right[(index * 7) % right.length]!];
        const inCart = lines.map(({ variantId }) => ({ userId: user.id, variantId, quantity: 1 }));
        await db.insert(savedCartLines).values(inCart);
        return { userId: user.id, cookie, lines };
      }),
    );
  } finally {
    await pool.end();
  }
}
