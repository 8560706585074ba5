import { and, eq, lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { bulkChanges } from "@/db/schema";
import { AppError, invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { operation } from "@/lib/web/operation";
import { applyBulk, type BulkKind, categoryTrails, describeItems, planBulk } from "../bulk";
import { scopeOf } from "../filters";
import { bulkInput, keptProductId } from "../input";
import { idsOf } from "../list";
import { type BulkView, bulkView } from "../views";
import { checkCategory } from "../write";
import { shopsKept, writes } from "./rights";

/** Products that are changed by one preview at most. */
const mostAtOnce = 10_000;
/** Entries that are changed in one transaction: each leaves a row of the audit, whose chain is closed one commit at a time. */
const atATime = 1_000;
/** Of what is touched, and of what was left, so many are shown. */
const shown = 20;

type Change = typeof bulkChanges.$inferSelect;

async function viewOf(tx: Database, change: Change, locale: string): Promise<BulkView> {
  const { id, kind, items, unchanged, left } = change;
  const products = new Set(items.map((item) => item.id)).size;
  const value =
    kind === "category"
      ? ((await categoryTrails(tx, change.value ? [Number(change.value)] : [])).get(Number(change.value)) ?? "")
      : change.value;
  return {
    id,
    kind,
    value,
    products,
    variants: kind === "price" ? items.length : 0,
    unchanged,
    examples: await describeItems(tx, kind, items.slice(0, shown), locale),
    made: change.made,
    done: change.doneAt && {
      changed: items.length - left.length,
      left: left.length,
      differing: await describeItems(tx, kind, left.slice(0, shown), locale),
    },
  };
}

async function changeOf(tx: Database, id: number, say: Say, hold = false): Promise<Change> {
  const query = tx.select().from(bulkChanges).where(eq(bulkChanges.id, id));
  const [found] = await (hold ? query.for("update") : query);
  if (!found) throw new AppError("not_found", say("errors.not_found"));
  return found;
}

/** The one category of this path or name. */
async function categoryCalled(tx: Database, text: string, say: Say): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select id from categories where path = ${text}
    union select id from categories where lower(name) = lower(${text}) and not exists (select from categories where path = ${text})
    limit 2`);
  if (rows.length !== 1) throw invalidField("categoryTo", "unknown", say("admin.products.bulk_category_none"));
  return rows[0]!.id;
}

const kinds = { publish: "status", archive: "status", price: "price", move: "category" } as const;

export const previewBulk = operation({
  ...writes,
  name: "catalog.keeping.preview",
  summary: "Works out what a change of many products would touch, and changes none of them: it is made by its id.",
  http: { method: "POST", path: "/api/products/bulk", status: 201 },
  message: "Nothing is changed yet.",
  input: bulkInput,
  output: bulkView,
  run: async ({ input, tx, actor, context }) => {
    const { say, locale } = context;
    const { ids, all, action, percent, categoryTo, ...filters } = input;
    const kind: BulkKind = kinds[action];
    let categoryId = filters.categoryId;
    if (kind === "price" && !percent) throw invalidField("percent", "required", say("fields.percent"));
    if (kind === "category") {
      if (categoryTo) categoryId = await categoryCalled(tx, categoryTo, say);
      if (categoryId === undefined) throw invalidField("categoryTo", "required", say("fields.required"));
      await checkCategory(tx, categoryId, say);
    }
    const scope = all ? await scopeOf(tx, filters, shopsKept(actor)) : null;
    const meant = scope ? await idsOf(tx, scope, mostAtOnce + 1) : (ids ?? []);
    if (!meant.length) throw invalidField("ids", "required", say("admin.products.bulk_nothing"));
    if (meant.length > mostAtOnce || scope?.capped) {
      throw invalidField("all", "too_big", say("admin.products.bulk_too_many", { count: mostAtOnce }));
    }
    const value = {
      status: action === "publish" ? "published" : "archived",
      price: percent ?? 0,
      category: categoryId ?? null,
    }[kind];
    const plan = await planBulk(tx, kind, meant, value);
    const old = lt(bulkChanges.createdAt, sql`now() - interval '7 days'`);
    await tx.delete(bulkChanges).where(and(eq(bulkChanges.userId, sql`app_uid()`), old));
    const [made] = await tx
      .insert(bulkChanges)
      .values({ ...plan, kind, value: String(value ?? ""), userId: sql`app_uid()` })
      .returning();
    return viewOf(tx, made!, locale);
  },
});

export const readBulk = operation({
  ...writes,
  limit: "none",
  readOnly: true,
  name: "catalog.keeping.readBulk",
  summary: "What a change of many products touches, and what came of it.",
  http: { method: "GET", path: "/api/products/bulk/{id}" },
  message: "The change.",
  input: keptProductId,
  output: bulkView,
  run: async ({ input, tx, context }) => viewOf(tx, await changeOf(tx, input.id, context.say), context.locale),
});

export const applyPreviewed = operation({
  ...writes,
  name: "catalog.keeping.apply",
  summary:
    "Makes the next thousand entries of a change as it was shown, each once; again until `done` is there. What changed in between is left, and told of; what has come to the list since is not touched.",
  http: { method: "POST", path: "/api/products/bulk/{id}", errors: ["not_found"] },
  message: "The products are changed.",
  input: keptProductId,
  output: bulkView,
  run: async ({ input, tx, context, record }) => {
    const change = await changeOf(tx, input.id, context.say, true);
    const { id, kind, items, made, doneAt } = change;
    if (doneAt) return viewOf(tx, change, context.locale);
    if (kind === "category") await checkCategory(tx, change.value ? Number(change.value) : null, context.say);
    const { productIds, retailerIds, left } = await applyBulk(tx, kind, items.slice(made, made + atATime));
    const until = Math.min(items.length, made + atATime);
    const [after] = await tx
      .update(bulkChanges)
      .set({
        made: until,
        left: sql`${bulkChanges.left} || ${JSON.stringify(left)}::jsonb`,
        doneAt: until === items.length ? sql`now()` : null,
      })
      .where(eq(bulkChanges.id, id))
      .returning();
    if (productIds.length) await record("products.changed", { retailerIds, productIds });
    return viewOf(tx, after!, context.locale);
  },
});
