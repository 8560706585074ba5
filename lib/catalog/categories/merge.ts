import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema";

/**
 * Moves products and parts of one category into another and removes it. A part whose address the other has already is
 * merged with that one, all the way down. The caller holds the tree's lock and has seen that `into` is not below `id`.
 */
export async function mergeInto(tx: Database, id: number, into: number): Promise<void> {
  await tx.update(products).set({ categoryId: into }).where(eq(products.categoryId, id));
  const { rows } = await tx.execute<{ id: number; twin: number | null }>(sql`
    select mine.id, twin.id as twin from categories mine
    left join categories twin on twin.parent_id = ${into} and twin.slug = mine.slug and twin.id <> ${id}
    where mine.parent_id = ${id} order by mine.id`);
  for (const part of rows) {
    if (part.twin !== null) await mergeInto(tx, part.id, part.twin);
    else await tx.update(categories).set({ parentId: into }).where(eq(categories.id, part.id));
  }
  await tx.execute(sql`select set_config('app.category_home', ${String(into)}, true)`);
  await tx.delete(categories).where(eq(categories.id, id));
}
