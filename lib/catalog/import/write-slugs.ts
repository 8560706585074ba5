import { sql } from "drizzle-orm";
import { numbered, slugify } from "@/lib/platform/text/slug";
import type { WriteSession } from "./write-session";

/**
 * Addresses for new products: the name; when that is taken, the name and the shop's handle; then with a number.
 * @returns one slug for each of `items`, in order
 */
export async function productSlugs(
  session: WriteSession,
  items: readonly { name: string; key: string }[],
): Promise<string[]> {
  if (items.length === 0) return [];
  await session.claimShared();
  const suffix = `-${session.retailer.handle}`;
  const bases = items.map(({ name, key }) => slugify(name, slugify(key, "product")));
  const { rows } = await session.tx.execute<{ slug: string }>(sql`
    select taken_slugs(${sql.param([...bases, ...bases.map((base) => base + suffix)])}::text[]) as slug`);
  const taken = new Set(rows.map(({ slug }) => slug));
  const slugs: string[] = [];
  for (const base of bases) {
    let slug = base;
    if (taken.has(slug)) {
      slug = base + suffix;
      if (taken.has(slug)) {
        const { rows: more } = await session.tx.execute<{ slug: string }>(
          sql`select slug from products where slug like ${`${slug}-%`}`,
        );
        for (const each of more) taken.add(each.slug);
        slug = numbered(slug, (each) => taken.has(each));
      }
    }
    taken.add(slug);
    slugs.push(slug);
  }
  return slugs;
}
