import { sql } from "drizzle-orm";
import { database } from "@/db/client";

const page = /^\/(products|categories)\/([^?]+?)\/?$/;

/** A path of ours as it was meant; null when nobody meant anything by it. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Where a product or category is now that was once found at this path; null when there never was one, or it is gone.
 * @param path without locale and query, percent-encoded or not: `/products/old-name`
 */
export async function newAddress(path: string): Promise<string | null> {
  const [, kind, encoded] = page.exec(path) ?? [];
  const address = encoded === undefined ? null : decoded(encoded);
  if (address === null || address.includes("\0")) return null;
  const now =
    kind === "products"
      ? sql`select p.slug as now from old_addresses o join products p on p.id = o.record_id
          where o.kind = 'product' and o.address = ${address} and p.status = 'published'`
      : sql`select c.path as now from old_addresses o join categories c on c.id = o.record_id
          where o.kind = 'category' and o.address = ${address}`;
  const { rows } = await database("shop").execute<{ now: string }>(now);
  const [found] = rows;
  if (!found || found.now === address) return null;
  return `/${kind}/${found.now.split("/").map(encodeURIComponent).join("/")}`;
}
