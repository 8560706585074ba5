import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { type Actor, admin, type Guard, operator, productManager, retailer, supervisor } from "@/lib/web/actor";

const market = [admin, productManager, operator, supervisor];
const everybody = [...market, retailer];

/**
 * The sections of the back office in the order of their links, each at `/admin/<name>` ("overview" at `/admin`), and who
 * opens them. Whoever holds several of the rights reads by the login of the first.
 */
export const sections = {
  overview: everybody,
  orders: [admin, operator, supervisor, retailer],
  "phone-orders": [operator],
  stock: everybody,
  categories: market,
  brands: market,
  people: [admin, operator, supervisor],
} as const satisfies Record<string, readonly Guard[]>;

export type Section = keyof typeof sections;

/** The sections that somebody may open. */
export const sectionsOf = (actor: Actor): Section[] =>
  (Object.keys(sections) as Section[]).filter((name) => sections[name].some((guard) => guard.holds(actor)));

/** Where the thing of a page below a section stands: `/admin/brands/7`. `as` is the type of its column. */
const things: Partial<Record<Section, { relation: string; column: string; pattern: RegExp; as: "integer" | "text" }>> =
  {
    stock: { relation: "variants", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
    categories: { relation: "categories", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
    orders: { relation: "orders", column: "number", pattern: /^\d{1,10}-\d{1,3}$/, as: "text" },
    brands: { relation: "brands", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
    people: { relation: "users", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
  };

/** Pages below a section that are of nothing in particular. */
const plain = new Set(["new", "packing", "count"]);

/** Who adds to a section at `new`; to everybody else there is no such page. */
const adds: Partial<Record<Section, readonly Guard[]>> = {
  categories: [admin, productManager],
  brands: [admin, productManager],
  people: [admin],
};

/**
 * Whether the back office has a page at this path for this person: its section is open to them, and what it is about is
 * there and theirs, as row-level security sees it.
 * @param path without the locale, as `/admin/brands/7`
 */
export async function hasBackOfficePage(actor: Actor, path: string): Promise<boolean> {
  const [, , name = "overview", id] = path.split("/");
  if (!Object.hasOwn(sections, name)) return false;
  const section = name as Section;
  const guard = sections[section].find((each) => each.holds(actor));
  if (!guard) return false;
  const thing = things[section];
  if (id === "new") return (adds[section] ?? sections[section]).some((each) => each.holds(actor));
  if (id === undefined || plain.has(id) || !thing) return true;
  if (!thing.pattern.test(decodeURIComponent(id))) return false;
  const found = await transaction({ tier: guard.tier, userId: actor.userId, readOnly: true }, (tx) =>
    tx.execute(
      sql`select from ${sql.identifier(thing.relation)} where ${sql.identifier(thing.column)} = ${decodeURIComponent(id)}::${sql.raw(thing.as)} limit 1`,
    ),
  );
  return found.rowCount === 1;
}
