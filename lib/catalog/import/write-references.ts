import { sql } from "drizzle-orm";
import { brands, categories } from "@/db/schema";
import { numbered, slugify } from "@/lib/platform/text/slug";
import type { WriteSession } from "./write-session";

/** Names are the same when they differ in case and spaces alone. */
export const sameName = (name: string): string => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

const childKey = (parentId: number | null, name: string) => `${parentId ?? 0}/${sameName(name)}`;

/** Finds categories by their names from the root, and makes those that are missing. One instance for one import. */
export class CategoryPaths {
  /** How many were made. */
  made = 0;
  private ids: Map<string, number> | undefined;
  private slugs = new Map<number, Set<string>>();

  constructor(private readonly session: WriteSession) {}

  /** @returns null for a path that is not there, where the session makes none */
  async idOf(names: readonly string[]): Promise<number | null> {
    if (!this.ids) await this.load();
    let parentId: number | null = null;
    for (const name of names) {
      const known: number | undefined = this.ids?.get(childKey(parentId, name));
      if (known === undefined && !this.session.makesReferences) return null;
      parentId = known ?? (await this.make(parentId, name));
    }
    return parentId;
  }

  private async load(): Promise<void> {
    const { id, parentId, name, slug } = categories;
    const rows = await this.session.tx.select({ id, parentId, name, slug }).from(categories).orderBy(sql`id desc`);
    this.ids = new Map(rows.map((row) => [childKey(row.parentId, row.name), row.id]));
    this.slugs = new Map();
    for (const row of rows) this.siblings(row.parentId).add(row.slug);
  }

  private siblings(parentId: number | null): Set<string> {
    const found = this.slugs.get(parentId ?? 0) ?? new Set<string>();
    this.slugs.set(parentId ?? 0, found);
    return found;
  }

  private async make(parentId: number | null, name: string): Promise<number> {
    const key = childKey(parentId, name);
    if (await this.session.claimShared()) {
      await this.load();
      const found = this.ids?.get(key);
      if (found) return found;
    }
    const slug = numbered(slugify(name, "category"), (each) => this.siblings(parentId).has(each));
    const values = { parentId, name: name.trim().replace(/\s+/g, " "), slug };
    const [row] = await this.session.tx
      .insert(categories)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: categories.id });
    if (!row) {
      // Somebody made one by hand in this moment.
      await this.load();
      return this.ids?.get(key) ?? this.make(parentId, name);
    }
    this.made += 1;
    this.ids?.set(key, row.id);
    this.siblings(parentId).add(slug);
    return row.id;
  }
}

/** Finds brands by name without regard to case, and makes those that are missing. One instance for one import. */
export class BrandNames {
  private readonly ids = new Map<string, number>();

  constructor(private readonly session: WriteSession) {}

  /** Reads the brands of these names in one query; the missing ones are made. */
  async prepare(names: readonly string[]): Promise<void> {
    const missing = new Map(names.map((name) => [sameName(name), name.trim().replace(/\s+/g, " ")]));
    for (const key of this.ids.keys()) missing.delete(key);
    if (missing.size === 0) return;
    await this.find([...missing.values()]);
    for (const [key, name] of missing) {
      if (this.ids.has(key) || !this.session.makesReferences) continue;
      if (await this.session.claimShared()) await this.find([...missing.values()]);
      if (!this.ids.has(key)) await this.make(key, name);
    }
  }

  /** @returns null for one that is not there, where the session makes none */
  idOf(name: string): number | null {
    return this.ids.get(sameName(name)) ?? null;
  }

  private async find(names: string[]): Promise<void> {
    const { rows } = await this.session.tx.execute<{ id: number; wanted: string }>(sql`
      select b.id, x.wanted from unnest(${sql.param(names)}::text[]) as x (wanted) join brands b on lower(b.name) = lower(x.wanted)`);
    for (const { id, wanted } of rows) this.ids.set(sameName(wanted), id);
  }

  private async make(key: string, name: string): Promise<void> {
    const base = slugify(name, "brand");
    const { rows } = await this.session.tx.execute<{ slug: string }>(
      sql`select slug from brands where slug = ${base} or starts_with(slug, ${`${base}-`})`,
    );
    const taken = new Set(rows.map(({ slug }) => slug));
    const slug = numbered(base, (each) => taken.has(each));
    const [row] = await this.session.tx
      .insert(brands)
      .values({ name, slug })
      .onConflictDoNothing()
      .returning({ id: brands.id });
    if (row) this.ids.set(key, row.id);
    else {
      // Somebody made one by hand in this moment.
      await this.find([name]);
      if (!this.ids.has(key)) await this.make(key, name);
    }
  }
}
