import { inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { retailers } from "@/db/schema";
import { invalidField } from "@/lib/platform/errors";
import { decodeCursor, keysetPage, keysetPageOf } from "@/lib/platform/pages";
import { likePart } from "@/lib/platform/text/like";
import { operation } from "@/lib/web/operation";
import { scopeOf } from "../filters";
import { keptCategoryChoiceInput, keptProductId, keptProductsInput } from "../input";
import { countKept, selectKept } from "../list";
import { detailOf, loadKept } from "../load";
import { type CategoryChoice, categoryChoiceView, keptProductDetailView, keptProductView } from "../views";
import { reads, shopsKept, shopsRead, writes } from "./rights";

/** Nobody waits for a count beyond it; the screen says `1000+`. */
export const countedAtMost = 1_000;

export const listKeptProducts = operation({
  ...reads,
  name: "catalog.keeping.list",
  summary: "Products whatever their status, for those who keep the catalog: a retailer sees those of their own shops.",
  http: { method: "GET", path: "/api/admin/products" },
  message: "Products.",
  input: keptProductsInput,
  output: keysetPage(keptProductView).extend({
    /** How many there are in all, at most one above a thousand. */
    count: z.int(),
    /** The words find more products than are looked at: those of the newest alone are here. */
    capped: z.boolean(),
  }),
  run: async ({ input, tx, actor, context }) => {
    const { sort, after, pageSize, ...filters } = input;
    const scope = await scopeOf(tx, filters, shopsRead(actor));
    if (sort === "stock" && scope.shops === null) {
      throw invalidField("sort", "custom", context.say("admin.products.sort_stock_market"));
    }
    const options = { sort, after: decodeCursor(after), limit: pageSize + 1, locale: context.locale };
    const rows = await selectKept(tx, scope, options);
    const { items, page } = keysetPageOf(rows, pageSize, ({ place }) => place);
    return { items, page, count: await countKept(tx, scope, countedAtMost + 1), capped: scope.capped };
  },
});

export const readKeptProduct = operation({
  ...reads,
  name: "catalog.keeping.read",
  summary: "One product with everything that its editor shows.",
  http: { method: "GET", path: "/api/admin/products/{id}" },
  message: "The product.",
  input: keptProductId,
  output: keptProductDetailView,
  run: async ({ input, tx, context }) => detailOf(await loadKept(tx, input.id, context.say), context.locale),
});

/** How many categories are offered to choose from at once. */
const offered = 20;

/** For the chooser of a product's category: with every word in the names from the root, the shortest way first. */
export const findCategories = operation({
  ...writes,
  readOnly: true,
  limit: "none",
  name: "catalog.keeping.categories",
  summary: "Categories whose name has these words.",
  message: "Categories.",
  input: keptCategoryChoiceInput,
  output: categoryChoiceView,
  run: async ({ input, tx }) => {
    const words = input.q.split(/\s+/).filter(Boolean).slice(0, 6);
    if (!words.length) return { items: [] };
    const like = words.map((word) => sql`lower(c.name) like ${likePart(word)}`);
    const { rows } = await tx.execute<CategoryChoice>(sql`
      select c.id, (select json_agg(a.name order by cardinality(a.lineage)) from categories a where a.id = any (c.lineage)) as names
      from categories c where ${sql.join(like, sql` and `)} order by cardinality(c.lineage), lower(c.name), c.id limit ${offered}`);
    return { items: rows };
  },
});

/** The shops that a new product can be of; null for whoever keeps those of the whole market. */
export const listOwnShops = operation({
  ...writes,
  readOnly: true,
  limit: "none",
  name: "catalog.keeping.shops",
  summary: "The shops of whoever asks.",
  message: "Shops.",
  input: z.object({}),
  output: z.array(z.object({ handle: z.string(), name: z.string() })).nullable(),
  run: async ({ tx, actor }) => {
    const own = shopsKept(actor);
    if (own === null) return null;
    const { id, handle, name } = retailers;
    return tx
      .select({ handle, name })
      .from(retailers)
      .where(inArray(id, [...own]))
      .orderBy(name);
  },
});
