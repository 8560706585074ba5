import type { Say } from "@/lib/platform/messages";
import { currencyExponent, type Money } from "@/lib/platform/money";
import type { CatalogFiguresView, DashboardView, ReportScope, SoldProductView } from "../views";
import { changeOf } from "./periods";

/** A cell: what the screen says, and what a file holds. */
export type Cell = {
  text: string;
  value: string | number | null;
  /** The rows that a figure sums. */
  href?: string;
  /** Names come in any script. */
  name?: true;
};
type Column = { key: string; head: string; kind: "text" | "count" | "money" | "percent" };
export type Table = {
  key: "totals" | "days" | "retailers" | "categories" | "best" | "low";
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Digits after the point of its money. */
  exponent: number;
};

/** Where figures lead; the span and the shop are in the address already, unless they are given. */
type Link = (
  to: "orders" | "days" | "products" | "lines" | "stock" | "here" | "product",
  query?: Record<string, string>,
) => string | undefined;
export type Telling = { say: Say; locale: string; link?: Link };

/** The day of a calendar in words, whose clock does not matter. */
export const dayText = (
  day: string,
  locale: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: "medium" },
): string => new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

function cells({ say, locale }: Telling) {
  const figures = new Intl.NumberFormat(locale);
  const nothing: Cell = { text: say("admin.reports.nothing"), value: null };
  const percents = { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const share = new Intl.NumberFormat(locale, percents);
  const change = new Intl.NumberFormat(locale, { ...percents, signDisplay: "exceptZero" });
  const percent = (format: Intl.NumberFormat, value: number | null): Cell =>
    value === null ? nothing : { text: format.format(value / 100), value };
  return {
    text: (text: string): Cell => ({ text, value: text }),
    name: (text: string): Cell => ({ text, value: text, name: true }),
    day: (day: string): Cell => ({
      text: dayText(day, locale, { weekday: "short", day: "numeric", month: "short" }),
      value: day,
    }),
    count: (value: number): Cell => ({ text: figures.format(value), value }),
    money: (given: Money | null): Cell =>
      given ? { text: given.formatted, value: given.amount / 10 ** currencyExponent(given.currency) } : nothing,
    percent: (value: number | null) => percent(share, value),
    change: (value: number | null) => percent(change, value),
  };
}

const to = (cell: Cell, href: string | undefined): Cell =>
  href === undefined || cell.value === null ? cell : { ...cell, href };

/** The figures of the whole span. */
function totalsTable({ totals }: DashboardView, telling: Telling): Table {
  const { say, link } = telling;
  const { text, count, money, percent, change: went } = cells(telling);
  type Row = { key: string; now: Cell; before: Cell; change: number | null; href?: string | undefined };
  const counted = (key: "placed" | "orders" | "units" | "baskets", href?: string | undefined): Row => {
    const { now, before } = totals[key];
    return { key, now: count(now), before: count(before), change: changeOf(now, before), href };
  };
  const amounts = (key: "revenue" | "shipping" | "average", href?: string | undefined): Row => {
    const { now, before } = totals[key];
    return {
      key,
      now: money(now),
      before: money(before),
      change: changeOf(now?.amount ?? 0, before?.amount ?? 0),
      href,
    };
  };
  const { now, before } = totals.conversion;
  const rows: Row[] = [
    amounts("revenue", link?.("orders")),
    counted("orders", link?.("orders")),
    amounts("average", link?.("orders")),
    {
      key: "conversion",
      now: percent(now),
      before: percent(before),
      change: changeOf(now ?? 0, before ?? 0),
      href: link?.("days"),
    },
    counted("baskets", link?.("days")),
    counted("placed", link?.("orders", { state: "placed" })),
    counted("units", link?.("products")),
    amounts("shipping", link?.("orders")),
  ];
  return {
    key: "totals",
    title: say("admin.reports.totals_title"),
    exponent: currencyExponent(totals.revenue.now.currency),
    columns: [
      { key: "figure", head: say("admin.reports.figure"), kind: "text" },
      { key: "now", head: say("admin.reports.now"), kind: "count" },
      { key: "before", head: say("admin.reports.before"), kind: "count" },
      { key: "change", head: say("admin.reports.change"), kind: "percent" },
    ],
    rows: rows.map(({ key, now, before, change, href }) => [
      text(say(`admin.reports.${key}`)),
      to(now, href),
      before,
      went(change),
    ]),
  };
}

function daysTable({ days, totals }: DashboardView, telling: Telling): Table {
  const { say, link } = telling;
  const { day, count, money, percent } = cells(telling);
  const head = (key: string) => say(`admin.reports.${key}`);
  return {
    key: "days",
    title: head("days_title"),
    exponent: currencyExponent(totals.revenue.now.currency),
    columns: [
      { key: "day", head: head("day"), kind: "text" },
      { key: "revenue", head: head("revenue"), kind: "money" },
      { key: "before", head: head("before"), kind: "money" },
      { key: "orders", head: head("orders"), kind: "count" },
      { key: "average", head: head("average"), kind: "money" },
      { key: "baskets", head: head("baskets"), kind: "count" },
      { key: "conversion", head: head("conversion"), kind: "percent" },
    ],
    rows: [...days].reverse().map((row) => {
      const of = { from: row.day, to: row.day };
      return [
        day(row.day),
        to(money(row.revenue), row.orders ? link?.("orders", of) : undefined),
        to(
          money(row.before.revenue),
          row.before.revenue.amount ? link?.("orders", { from: row.before.day, to: row.before.day }) : undefined,
        ),
        to(count(row.orders), row.orders ? link?.("orders", of) : undefined),
        money(row.average),
        to(count(row.baskets), row.baskets ? link?.("days", of) : undefined),
        percent(row.conversion),
      ];
    }),
  };
}

function retailersTable({ retailers, totals }: DashboardView, telling: Telling): Table {
  const { say, link } = telling;
  const { text, name, count, money, change } = cells(telling);
  const head = (key: string) => say(`admin.reports.${key}`);
  return {
    key: "retailers",
    title: head("retailers_title"),
    exponent: currencyExponent(totals.revenue.now.currency),
    columns: [
      { key: "retailer", head: head("retailer"), kind: "text" },
      { key: "revenue", head: head("revenue"), kind: "money" },
      { key: "change", head: head("change"), kind: "percent" },
      { key: "orders", head: head("orders"), kind: "count" },
      { key: "units", head: head("units"), kind: "count" },
    ],
    rows: retailers.map(({ retailer, count: many, revenue, orders, units }) => {
      const of = retailer && { retailer: retailer.handle };
      return [
        retailer ? to(name(retailer.name), link?.("here", of!)) : text(say("admin.reports.others", { count: many })),
        to(money(revenue.now), link?.(of ? "orders" : "days", of ?? {})),
        change(changeOf(revenue.now.amount, revenue.before.amount)),
        to(count(orders.now), link?.(of ? "orders" : "days", of ?? {})),
        to(count(units), link?.("products", of ?? {})),
      ];
    }),
  };
}

function categoriesTable({ categories, category: within, totals }: DashboardView, telling: Telling): Table {
  const { say, link } = telling;
  const { text, name, count, money, change } = cells(telling);
  const head = (key: string) => say(`admin.reports.${key}`);
  return {
    key: "categories",
    title: head("categories_title"),
    exponent: currencyExponent(totals.revenue.now.currency),
    columns: [
      { key: "category", head: head("category"), kind: "text" },
      { key: "revenue", head: head("revenue"), kind: "money" },
      { key: "change", head: head("change"), kind: "percent" },
      { key: "units", head: head("units"), kind: "count" },
    ],
    rows: categories.map(({ kind, category, count: many, revenue, units }) => {
      const inside = { category: category?.path ?? within?.path ?? "" };
      const label = category
        ? to(name(category.name), link?.("here", inside))
        : text(say(`admin.reports.${kind}`, { count: many, category: within?.name ?? "" }));
      return [
        label,
        to(money(revenue.now), link?.("products", inside)),
        change(changeOf(revenue.now.amount, revenue.before.amount)),
        to(count(units), link?.("products", inside)),
      ];
    }),
  };
}

/** Products with what they sold: the best sellers, and the list of all of them. */
export function productsTable(
  products: readonly SoldProductView[],
  { shop }: Pick<ReportScope, "shop">,
  telling: Telling,
): Table {
  const { say, link } = telling;
  const { text, name, count, money, change } = cells(telling);
  const head = (key: string) => say(`admin.reports.${key}`);
  const priced = products.find(({ revenue }) => revenue)?.revenue;
  return {
    key: "best",
    title: head("best_title"),
    exponent: priced ? currencyExponent(priced.currency) : 2,
    columns: [
      { key: "product", head: head("product"), kind: "text" },
      ...(shop ? [] : [{ key: "retailer", head: head("retailer"), kind: "text" } as const]),
      { key: "units", head: head("units"), kind: "count" },
      { key: "change", head: head("change"), kind: "percent" },
      ...(priced ? [{ key: "revenue", head: head("revenue"), kind: "money" } as const] : []),
    ],
    rows: products.map((row) => {
      const of = { product: String(row.product) };
      const lines = row.product && priced ? link?.("lines", of) : undefined;
      return [
        row.name === null ? text(head("gone")) : to(name(row.name), link?.("product", of)),
        ...(shop ? [] : [row.shop ? name(row.shop.name) : text(head("nothing"))]),
        to(count(row.units.now), lines),
        change(changeOf(row.units.now, row.units.before)),
        ...(priced ? [to(money(row.revenue), lines)] : []),
      ];
    }),
  };
}

function lowTable({ low, scope: { shop } }: CatalogFiguresView, telling: Telling): Table {
  const { say, link } = telling;
  const { text, name, count } = cells(telling);
  const head = (key: string) => say(`admin.reports.${key}`);
  return {
    key: "low",
    title: head("low_title"),
    exponent: 0,
    columns: [
      { key: "product", head: head("product"), kind: "text" },
      { key: "sku", head: head("sku"), kind: "text" },
      ...(shop ? [] : [{ key: "retailer", head: head("retailer"), kind: "text" } as const]),
      { key: "stock", head: head("stock"), kind: "count" },
    ],
    rows: low.map((row) => [
      to(
        name(row.options ? `${row.name} (${row.options})` : row.name),
        link?.("product", { product: String(row.product) }),
      ),
      row.sku ? name(row.sku) : text(""),
      ...(shop ? [] : [name(row.shop.name)]),
      to(count(row.stock), link?.("stock", { retailer: row.shop.handle })),
    ]),
  };
}

/**
 * Everything a dashboard tells, as tables: the screen shows them and files hold them, so that both say the same.
 * @param sales null for those who read no revenue
 */
export function tablesOf(sales: DashboardView | null, catalog: CatalogFiguresView, telling: Telling): Table[] {
  return [
    ...(sales
      ? [
          totalsTable(sales, telling),
          daysTable(sales, telling),
          ...(sales.scope.shop ? [] : [retailersTable(sales, telling)]),
          categoriesTable(sales, telling),
        ]
      : []),
    productsTable(catalog.best, catalog.scope, telling),
    lowTable(catalog, telling),
  ];
}
