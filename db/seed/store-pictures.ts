import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { demoPictures as address, pictureTypes } from "@/lib/platform/files";
import { pictureStore } from "@/lib/platform/pictures";

/** How `drawAsset` begins its keys; an import takes an address in their place. */
const scheme = "charsu-demo:/";
/** Looked for at the same time: on S3 each look is a request. */
const together = 32;

/** A file of the demo market with addresses that an import accepts. */
export const withAddresses = (csv: string): string => csv.replaceAll(scheme, address);

type Wanted = { id: number; key: string; stored: string | null };
type Drawn = { id: number; stored: string };

/** Keeps a drawing under the hash of its content; returns its name in the store of pictures. */
async function store(svg: string): Promise<string> {
  const name = `demo/${createHash("sha256").update(svg).digest("hex").slice(0, 24)}.svg`;
  if (!(await pictureStore().has(name))) await pictureStore().put(name, Buffer.from(svg), pictureTypes.svg!);
  return name;
}

async function missingOf(wanted: readonly Wanted[]): Promise<Wanted[]> {
  const missing: Wanted[] = [];
  for (let from = 0; from < wanted.length; from += together) {
    const some = wanted.slice(from, from + together);
    const there = await Promise.all(some.map(({ stored }) => stored !== null && pictureStore().has(stored)));
    missing.push(...some.filter((_, index) => !there[index]));
  }
  return missing;
}

async function draw(wanted: readonly Wanted[]): Promise<{ count: number; changed: Drawn[] }> {
  const missing = await missingOf(wanted);
  if (missing.length === 0) return { count: 0, changed: [] };
  // Loaded late: a start with every file in place need not read the whole market.
  const { drawAsset } = await import("./market/assets");
  const changed: Drawn[] = [];
  for (const { id, key, stored } of missing) {
    const svg = drawAsset(key.replace(address, scheme));
    if (!svg) continue;
    const name = await store(svg);
    if (name !== stored) changed.push({ id, stored: name });
  }
  return { count: missing.length, changed };
}

const changes = (rows: readonly Drawn[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id integer, stored text)`;

/** Draws the demo market's pictures and banners that have no file yet; returns how many. */
export async function storePictures(db: Database): Promise<number> {
  const products = await db.execute<Wanted>(
    sql`select id, url as key, stored from pictures where url like ${`${address}%`} order by id`,
  );
  const pictures = await draw(products.rows);
  if (pictures.changed.length > 0) {
    await db.execute(sql`update pictures p set stored = x.stored from ${changes(pictures.changed)} where p.id = x.id`);
  }
  const shops = await db.execute<Wanted>(sql`
    select id, ${`${address}retailers/`} || handle || '.svg' as key, banner as stored from retailers
    where (banner is null and banner_original is null) or starts_with(banner, 'demo/')`);
  const banners = await draw(shops.rows);
  if (banners.changed.length > 0) {
    await db.execute(sql`update retailers r set banner = x.stored from ${changes(banners.changed)} where r.id = x.id`);
  }
  return pictures.count + banners.count;
}
