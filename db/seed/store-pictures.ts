import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { pictureFolder } from "@/lib/platform/files";

/** How `drawAsset` begins its keys, and the web address that an import takes in their place. Source of the name: RFC 2606. */
const scheme = "charsu-demo:/";
const address = "https://demo.charsu.example/";

/** A file of the demo market with addresses that an import accepts. */
export const withAddresses = (csv: string): string => csv.replaceAll(scheme, address);

type Wanted = { id: number; key: string; stored: string | null };
type Drawn = { id: number; stored: string };

/** Writes a drawing under the hash of its content; returns its name in the folder of pictures. */
async function store(svg: string): Promise<string> {
  const name = `demo/${createHash("sha256").update(svg).digest("hex").slice(0, 24)}.svg`;
  const path = join(pictureFolder(), name);
  if (existsSync(path)) return name;
  await mkdir(dirname(path), { recursive: true });
  // Another process may draw the same one: a name never holds half a file.
  const half = `${path}.${process.pid}`;
  await writeFile(half, svg);
  await rename(half, path);
  return name;
}

async function draw(wanted: readonly Wanted[]): Promise<{ count: number; changed: Drawn[] }> {
  const missing = wanted.filter(({ stored }) => !stored || !existsSync(join(pictureFolder(), stored)));
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
    where banner is null or starts_with(banner, 'demo/')`);
  const banners = await draw(shops.rows);
  if (banners.changed.length > 0) {
    await db.execute(sql`update retailers r set banner = x.stored from ${changes(banners.changed)} where r.id = x.id`);
  }
  return pictures.count + banners.count;
}
