import * as z from "zod";
import { moneyView } from "@/lib/catalog/views";
import { keysetPage } from "@/lib/platform/pages";

const span = z.object({ from: z.iso.date(), to: z.iso.date() });
const shop = z.object({ handle: z.string(), name: z.string() });

/** Of which days and shops figures are, and until when all that happened is in them. */
export const reportScope = z.object({
  /** ISO 8601; null until the figures are made for the first time. */
  asOf: z.string().nullable(),
  /** Null for days that were chosen one by one. */
  period: z.enum(["7d", "30d", "90d", "month"]).nullable(),
  span,
  /** As many days, right before. */
  compared: span,
  /** The chosen shop; null for all that whoever asks may see. */
  shop: shop.nullable(),
  /** All that may be chosen from, the first 200 by name. */
  shops: z.array(shop),
  timezone: z.string(),
});

const figure = z.object({ now: z.int(), before: z.int() });
const amounts = z.object({ now: moneyView, before: moneyView });

const dayView = z.object({
  day: z.iso.date(),
  /** Orders that were placed, and those of them that count. */
  placed: z.int(),
  orders: z.int(),
  units: z.int(),
  revenue: moneyView,
  average: moneyView.nullable(),
  /** Baskets that began. */
  baskets: z.int(),
  /** Orders for each hundred baskets. */
  conversion: z.number().nullable(),
  /** The same day of the compared span. */
  before: z.object({ day: z.iso.date(), revenue: moneyView }),
});

/** One part of a whole. What has no name of its own is all that is left: `kind` says of what, `count` of how many. */
const part = z.object({
  kind: z.enum(["named", "here", "none", "others"]),
  count: z.int(),
  units: z.int(),
  revenue: amounts,
});

export const dashboardView = z.object({
  scope: reportScope,
  totals: z.object({
    placed: figure,
    orders: figure,
    units: figure,
    /** Goods after discount of orders that were not cancelled, rejected or returned. */
    revenue: amounts,
    shipping: amounts,
    average: z.object({ now: moneyView.nullable(), before: moneyView.nullable() }),
    baskets: figure,
    conversion: z.object({ now: z.number().nullable(), before: z.number().nullable() }),
  }),
  days: z.array(dayView),
  retailers: z.array(part.extend({ retailer: shop.nullable(), orders: figure })),
  /** The category whose parts are shown, with those above it; null for the roots. */
  category: z.object({ path: z.string(), name: z.string() }).nullable(),
  categories: z.array(part.extend({ category: z.object({ path: z.string(), name: z.string() }).nullable() })),
});

/** A product with what it sold; `revenue` is null for those who have no orders, `product` 0 for what is gone. */
export const soldProductView = z.object({
  product: z.int(),
  name: z.string().nullable(),
  shop: shop.nullable(),
  units: figure,
  revenue: moneyView.nullable(),
});

const lowView = z.object({
  product: z.int(),
  name: z.string(),
  options: z.string(),
  sku: z.string().nullable(),
  shop,
  stock: z.int(),
});

export const catalogFiguresView = z.object({
  scope: reportScope,
  best: z.array(soldProductView),
  low: z.array(lowView),
  /** Things that are nearly or wholly sold out, counted up to 1000. */
  lowCount: z.int(),
});

export const soldOrderView = z.object({
  number: z.string(),
  shop,
  status: z.string(),
  /** On the clock of its shop. */
  day: z.iso.date(),
  createdAt: z.string(),
  timezone: z.string(),
  revenue: moneyView,
  shipping: moneyView,
  total: moneyView,
});

export const soldLineView = z.object({
  number: z.string(),
  shop,
  day: z.iso.date(),
  name: z.string(),
  options: z.string(),
  quantity: z.int(),
  unitPrice: moneyView,
  /** What of the order's discount is this line's. */
  discount: moneyView,
  revenue: moneyView,
});

export const soldDayView = dayView.omit({ before: true }).extend({ shop });

/** A keyset page of the rows behind figures, with the days and shops that they are of. */
export const soldPage = <T extends z.ZodType>(row: T) => keysetPage(row).extend({ scope: reportScope });

export type ReportScope = z.infer<typeof reportScope>;
export type DashboardView = z.infer<typeof dashboardView>;
export type CatalogFiguresView = z.infer<typeof catalogFiguresView>;
export type SoldProductView = z.infer<typeof soldProductView>;
export type SoldOrderView = z.infer<typeof soldOrderView>;
export type SoldLineView = z.infer<typeof soldLineView>;
export type SoldDayView = z.infer<typeof soldDayView>;
