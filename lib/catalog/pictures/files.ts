import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { pictureFiles } from "@/db/schema";
import { pictureStore } from "@/lib/platform/pictures";
import type { PhotographType } from "@/lib/platform/pictures/sniff";
import { sizesOf } from "./rules";

const day = 86_400_000;
/** Swept at once at most; the next hour has another turn. */
const mostSwept = 500;

/** Where the bytes are that somebody brought, with all that a camera wrote into them: no page and no door serves these. */
export const originalName = (hash: string): string => `originals/${hash}`;

/**
 * Keeps a picture as it came.
 * @returns the SHA-256 of its bytes, which names it
 */
export async function keepOriginal(bytes: Uint8Array, type: PhotographType): Promise<string> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  // Written down before it is kept: whoever sweeps meanwhile leaves it, or is waited for and has removed it whole.
  await database("worker")
    .insert(pictureFiles)
    .values({ hash })
    .onConflictDoUpdate({ target: pictureFiles.hash, set: { at: sql`now()`, problem: null, tries: 0 } });
  const store = pictureStore();
  if (!(await store.has(originalName(hash)))) await store.put(originalName(hash), bytes, type);
  return hash;
}

/** Removes pictures that nothing names for a day, with their sizes. */
export async function sweepPictureFiles(now: Date): Promise<void> {
  await database("worker").transaction(async (tx) => {
    const { rows } = await tx.execute<{ hash: string; stored: string | null }>(sql`
      delete from picture_files f where f.hash in (
        select o.hash from picture_files o
        where o.at < ${new Date(now.getTime() - day)}
          and not exists (select from pictures p where p.original = o.hash)
          and not exists (select from retailers r where r.banner_original = o.hash)
        order by o.at limit ${mostSwept} for update skip locked)
        and f.at < ${new Date(now.getTime() - day)}
      returning f.hash, f.stored`);
    // Before the commit: whoever brings the same bytes again waits for it, and keeps them anew.
    for (const { hash, stored } of rows) {
      for (const { name } of stored ? sizesOf(stored) : []) await pictureStore().remove(name);
      await pictureStore().remove(originalName(hash));
    }
  });
}
