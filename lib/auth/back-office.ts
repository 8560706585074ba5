import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { type Actor, admin, type Guard, operator, productManager, retailer, supervisor } from "@/lib/web/actor";

const market = [admin, productManager, operator, supervisor];
const watching = [admin, supervisor];
const everybody = [...market, retailer];

/**
 * The sections of the back office in the order of their links, each at `/admin/<name>` ("overview" at `/admin`), and who
 * opens them. Whoever holds several of the rights reads by the login of the first.
 */
export const sections = {
  overview: everybody,
  reports: [admin, supervisor, retailer],
  orders: [admin, operator, supervisor, retailer],
  "phone-orders": [operator],
  products: everybody,
  stock: everybody,
  uploads: [admin, productManager, supervisor, retailer],
  categories: market,
  brands: market,
  shop: [retailer],
  retailers: market,
  people: [admin, operator, supervisor],
  audit: watching,
  books: watching,
} as const satisfies Record<string, readonly Guard[]>;

export type Section = keyof typeof sections;

/** The sections that somebody may open. */
export const sectionsOf = (actor: Actor): Section[] =>
  (Object.keys(sections) as Section[]).filter((name) => sections[name].some((guard) => guard.holds(actor)));

/** Where the thing of a page below a section stands: `/admin/brands/7`. `as` is the type of its column. */
type Thing = { relation: string; column: string; pattern: RegExp; as: "integer" | "text" };
const things: Partial<Record<Section, Thing>> = {
  stock: { relation: "variants", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
  categories: { relation: "categories", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
  orders: { relation: "orders", column: "number", pattern: /^\d{1,10}-\d{1,3}$/, as: "text" },
  products: { relation: "products", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
  retailers: { relation: "retailers", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
  brands: { relation: "brands", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
  uploads: { relation: "uploads", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
  people: { relation: "users", column: "id", pattern: /^\d{1,9}$/, as: "integer" },
};

/** Pages below a section that are of nothing in particular. */
const plain: Partial<Record<Section, string>> = { orders: "packing", stock: "count", audit: "record" };

/** Sections whose figures are of one shop when their address names one. */
const ofOneShop: readonly Section[] = ["overview", "reports"];

/** Who adds to a section at `new`; to everybody else there is no such page. */
const adds: Partial<Record<Section, readonly Guard[]>> = {
  categories: [admin, productManager],
  products: [admin, productManager, retailer],
  brands: [admin, productManager],
  uploads: [admin, productManager, retailer],
  people: [admin],
};

/** The pages of one shop, below its first. */
const shopPages = new Set(["place", "hours", "days", "delivery", "people"]);

/** What many products are changed by, below `/admin/products/bulk`. */
const bulkChange: Thing = { relation: "bulk_changes", column: "id", pattern: /^\d{1,9}$/, as: "integer" };

/**
 * Whether the back office has a page at this path for this person: its section is open to them, and what it is about is
 * there and theirs, as row-level security sees it.
 * @param path without the locale, as `/admin/brands/7`
 * @param query what the address narrows the page by
 */
export async function hasBackOfficePage(actor: Actor, path: string, query = new URLSearchParams()): Promise<boolean> {
  const [, , name = "overview", id, inner] = path.split("/");
  if (!Object.hasOwn(sections, name)) return false;
  const section = name as Section;
  const guard = sections[section].find((each) => each.holds(actor));
  if (!guard) return false;
  const shop = ofOneShop.includes(section) ? query.get("retailer") : null;
  if (shop && !(await isShop(actor, guard, shop))) return false;
  const thing = things[section];
  if (id === "new") return (adds[section] ?? sections[section]).some((each) => each.holds(actor));
  if (section === "products" && id === "bulk") {
    const keeper = adds.products?.find((each) => each.holds(actor));
    return keeper !== undefined && isThere(actor, keeper, bulkChange, inner ?? "");
  }
  if ((section === "shop" || section === "retailers") && inner !== undefined && !shopPages.has(inner)) return false;
  // Whoever keeps a shop reads all of them by their login, and keeps their own.
  if (section === "shop") return id === undefined || actor.shops.some((shop) => String(shop) === id);
  if (id === undefined || plain[section] === id || !thing) return true;
  return isThere(actor, guard, thing, id);
}

/** Whether a handle is a shop's whose figures somebody may see: whoever works for shops sees those of their own alone. */
async function isShop(actor: Actor, guard: Guard, handle: string): Promise<boolean> {
  const { rows } = await transaction({ tier: guard.tier, userId: actor.userId, readOnly: true }, (tx) =>
    tx.execute<{ id: number }>(sql`select id from retailers where handle = ${handle}`),
  );
  return rows.some(({ id }) => guard !== retailer || actor.shops.includes(id));
}

async function isThere(actor: Actor, guard: Guard, thing: Thing, id: string): Promise<boolean> {
  if (!thing.pattern.test(decodeURIComponent(id))) return false;
  const found = await transaction({ tier: guard.tier, userId: actor.userId, readOnly: true }, (tx) =>
    tx.execute(
      sql`select from ${sql.identifier(thing.relation)} where ${sql.identifier(thing.column)} = ${decodeURIComponent(id)}::${sql.raw(thing.as)} limit 1`,
    ),
  );
  return found.rowCount === 1;
}
