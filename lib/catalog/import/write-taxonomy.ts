import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { numbered, slugify } from "@/lib/platform/text/slug";
import { emptyTally, type Tally } from "./report";
import { sameName } from "./write-references";
import { sourceOf, type TaxonomyNode } from "./write-taxonomy-tree";

type Stored = { id: number; parentId: number | null; name: string; slug: string; externalId: string | null };
type Placed = { node: TaxonomyNode; parentId: number | null };
type Fresh = Placed & { slug: string };

const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;
const childKey = (parentId: number | null, name: string) => `${parentId ?? 0}/${sameName(name)}`;

/** Writes the levels of a taxonomy into the tree of categories, a statement for each level. */
class TaxonomyWriter {
  readonly tally: Tally = emptyTally();
  private readonly byId = new Map<string, Stored>();
  private readonly byName = new Map<string, Stored[]>();
  private readonly slugs = new Map<number, Set<string>>();
  private readonly claimed = new Set<number>();

  constructor(
    private readonly tx: Database,
    stored: readonly Stored[],
  ) {
    for (const row of stored) {
      if (row.externalId) this.byId.set(row.externalId, row);
      const key = childKey(row.parentId, row.name);
      this.byName.set(key, [...(this.byName.get(key) ?? []), row]);
      this.siblings(row.parentId).add(row.slug);
    }
  }

  /** Brings one level into place; returns the level below it. */
  async level(placed: readonly Placed[]): Promise<Placed[]> {
    const ids = new Map<TaxonomyNode, number>();
    const fresh: Fresh[] = [];
    const changed: Stored[] = [];
    for (const each of placed) {
      const stored = this.find(each);
      if (!stored) {
        fresh.push({ ...each, slug: this.freeSlug(each.parentId, slugify(each.node.name, "category")) });
        continue;
      }
      this.claimed.add(stored.id);
      ids.set(each.node, stored.id);
      const now = this.changedBy(each, stored);
      if (now) changed.push(now);
    }
    await this.update(changed);
    for (const [node, id] of await this.insert(fresh)) ids.set(node, id);
    this.tally.created += fresh.length;
    this.tally.updated += changed.length;
    this.tally.unchanged += placed.length - fresh.length - changed.length;
    return placed.flatMap(({ node }) =>
      node.children.map((child) => ({ node: child, parentId: ids.get(node) ?? null })),
    );
  }

  private siblings(parentId: number | null): Set<string> {
    const found = this.slugs.get(parentId ?? 0) ?? new Set<string>();
    this.slugs.set(parentId ?? 0, found);
    return found;
  }

  private freeSlug(parentId: number | null, base: string): string {
    const taken = this.siblings(parentId);
    const slug = numbered(base, (each) => taken.has(each));
    taken.add(slug);
    return slug;
  }

  /** By the taxonomy's id; else the sibling of that name, unless the same taxonomy knows it under another id. */
  private find({ node: { externalId, name }, parentId }: Placed): Stored | undefined {
    const known = externalId === null ? undefined : this.byId.get(externalId);
    if (known) return known;
    return this.byName
      .get(childKey(parentId, name))
      ?.find(
        (each) =>
          !this.claimed.has(each.id) &&
          (externalId === null || each.externalId === null || sourceOf(each.externalId) !== sourceOf(externalId)),
      );
  }

  private changedBy({ node, parentId }: Placed, stored: Stored): Stored | null {
    const own = node.externalId !== null && stored.externalId === node.externalId;
    const adopted = node.externalId !== null && stored.externalId === null;
    const renamed = own && stored.name !== node.name;
    const moved = own && stored.parentId !== parentId;
    if (!adopted && !renamed && !moved) return null;
    return {
      id: stored.id,
      parentId,
      name: renamed ? node.name : stored.name,
      // The address of a category that is renamed stays.
      slug: moved ? this.freeSlug(parentId, stored.slug) : stored.slug,
      externalId: stored.externalId ?? node.externalId,
    };
  }

  private async update(rows: readonly Stored[]): Promise<void> {
    if (rows.length === 0) return;
    await this.tx.execute(sql`
      update categories c set name = x.name, parent_id = x."parentId", slug = x.slug, external_id = x."externalId"
      from jsonb_to_recordset(${json(rows)}) as x (id integer, name text, "parentId" integer, slug text, "externalId" text)
      where c.id = x.id`);
  }

  private async insert(fresh: readonly Fresh[]): Promise<[TaxonomyNode, number][]> {
    if (fresh.length === 0) return [];
    const rows = fresh.map(({ node, parentId, slug }) => ({
      name: node.name,
      externalId: node.externalId,
      parentId,
      slug,
    }));
    const made = await this.tx.execute<{ id: number; parentId: number | null; slug: string }>(sql`
      insert into categories (name, slug, parent_id, external_id)
      select x.name, x.slug, x."parentId", x."externalId"
      from rows from (jsonb_to_recordset(${json(rows)}) as (name text, slug text, "parentId" integer, "externalId" text))
        with ordinality as x order by ordinality
      returning id, parent_id as "parentId", slug`);
    const idOf = new Map(made.rows.map(({ id, parentId, slug }) => [`${parentId ?? 0}/${slug}`, id]));
    return fresh.map(({ node, parentId, slug }) => [node, idOf.get(`${parentId ?? 0}/${slug}`) ?? 0]);
  }
}

/** Brings the tree of categories to what a taxonomy says, parents before children; nothing is removed. */
export async function writeTaxonomy(
  tx: Database,
  roots: readonly TaxonomyNode[],
  progress: (categories: number) => void,
): Promise<Tally> {
  const { rows } = await tx.execute<Stored>(sql`
    select id, parent_id as "parentId", name, slug, external_id as "externalId" from categories order by id`);
  const writer = new TaxonomyWriter(tx, rows);
  let level: Placed[] = roots.map((node) => ({ node, parentId: null }));
  for (let done = 0; level.length > 0; progress(done)) {
    done += level.length;
    level = await writer.level(level);
  }
  return writer.tally;
}
