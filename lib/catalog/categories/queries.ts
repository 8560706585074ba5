import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories } from "@/db/schema";
import type { KeptCategoryView } from "./views";

/** Categories as those see them who keep the tree. One round trip. */
export const selectKept = (tx: Database, where?: SQL) =>
  tx
    .select({
      id: categories.id,
      parentId: categories.parentId,
      name: categories.name,
      slug: categories.slug,
      path: categories.path,
      position: categories.position,
      above: sql<KeptCategoryView["above"]>`(
        select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by cardinality(a.lineage)), '[]')
        from categories a where a.id = any (categories.lineage) and a.id <> categories.id)`,
      children: sql<number>`(select count(*)::int from categories k where k.parent_id = categories.id)`,
      products: sql<number>`(select count(*)::int from products p where p.category_id = categories.id)`,
    })
    .from(categories)
    .where(where)
    .$dynamic();

/** One of them; undefined when there is none. */
export async function keptCategory(tx: Database, id: number): Promise<KeptCategoryView | undefined> {
  const [found] = await selectKept(tx, eq(categories.id, id));
  return found;
}
