import { AppError } from "@/lib/platform/errors";
import { operation } from "@/lib/web/operation";
import { dashboardInput } from "../input";
import { lately } from "../queries/lately";
import {
  type CategoryRow,
  categoryAt,
  type DayRow,
  type RetailerRow,
  selectCategories,
  selectDays,
  selectRetailers,
} from "../queries/sales";
import { scopeOf } from "../queries/scope";
import { averageBasket, conversionOf, daysOf } from "../rules/periods";
import { dashboardView } from "../views";
import { ofSales, priced, shopsOf } from "./shared";

const empty = (day: string): DayRow => ({ day, placed: 0, orders: 0, units: 0, revenue: 0, shipping: 0, baskets: 0 });

const sumOf = (rows: readonly DayRow[]) =>
  rows.reduce<DayRow>(
    (sum, row) => ({
      day: "",
      placed: sum.placed + row.placed,
      orders: sum.orders + row.orders,
      units: sum.units + row.units,
      revenue: sum.revenue + row.revenue,
      shipping: sum.shipping + row.shipping,
      baskets: sum.baskets + row.baskets,
    }),
    empty(""),
  );

type Price = ReturnType<typeof priced>;

const averageOf = (row: DayRow, price: Price) => {
  const average = averageBasket(row.revenue, row.orders);
  return average === null ? null : price(average);
};

/** The days of a span with their figures, those without any sale among them. */
export const dayFigures = (row: DayRow, price: Price) => ({
  day: row.day,
  placed: row.placed,
  orders: row.orders,
  units: row.units,
  revenue: price(row.revenue),
  average: averageOf(row, price),
  baskets: row.baskets,
  conversion: conversionOf(row.placed, row.baskets),
});

function totalsOf(now: DayRow, before: DayRow, price: Price) {
  const figure = (name: "placed" | "orders" | "units" | "baskets") => ({ now: now[name], before: before[name] });
  return {
    placed: figure("placed"),
    orders: figure("orders"),
    units: figure("units"),
    baskets: figure("baskets"),
    revenue: { now: price(now.revenue), before: price(before.revenue) },
    shipping: { now: price(now.shipping), before: price(before.shipping) },
    average: { now: averageOf(now, price), before: averageOf(before, price) },
    conversion: {
      now: conversionOf(now.placed, now.baskets),
      before: conversionOf(before.placed, before.baskets),
    },
  };
}

const partOf = ({ count, units, revenue, before }: RetailerRow | CategoryRow, price: Price) => ({
  count,
  units,
  revenue: { now: price(revenue), before: price(before) },
});

export const readDashboard = operation({
  ...ofSales,
  name: "reports.dashboard",
  summary: "Revenue, orders, average basket and conversion by day, shop and category, beside as many days before.",
  http: { method: "GET", path: "/api/admin/dashboards", errors: ["not_found"] },
  message: "Figures.",
  input: dashboardInput,
  output: dashboardView,
  run: async ({ input, actor, tx, now, context: { say, locale } }) => {
    const price = priced(locale);
    const scope = await scopeOf(tx, input, shopsOf(actor, ofSales), { now, say });
    const category = input.category ? await categoryAt(tx, input.category) : null;
    if (category === undefined) throw new AppError("not_found", say("errors.not_found"));
    const read = await lately(scope, ["sales", category?.id], async () => ({
      asOf: scope.view.asOf,
      days: await selectDays(tx, scope),
      retailers: scope.view.shop ? [] : await selectRetailers(tx, scope),
      categories: await selectCategories(tx, scope, category),
    }));
    const rows = new Map(read.days.map((row) => [row.day, row]));
    const daysIn = (span: typeof scope.span) => daysOf(span).map((day) => rows.get(day) ?? empty(day));
    const days = daysIn(scope.span);
    const earlier = daysIn(scope.compared);
    return {
      scope: { ...scope.view, asOf: read.asOf },
      totals: totalsOf(sumOf(days), sumOf(earlier), price),
      days: days.map((row, index) => ({
        ...dayFigures(row, price),
        before: { day: earlier[index]!.day, revenue: price(earlier[index]!.revenue) },
      })),
      retailers: read.retailers.map((row) => ({
        ...partOf(row, price),
        kind: row.handle === null ? ("others" as const) : ("named" as const),
        retailer: row.handle === null ? null : { handle: row.handle, name: row.name ?? row.handle },
        orders: { now: row.orders, before: row.ordersBefore },
      })),
      category: category && { path: category.path, name: category.name },
      categories: read.categories.map((row) => ({
        ...partOf(row, price),
        kind: row.kind,
        category: row.path === null ? null : { path: row.path, name: row.name ?? row.path },
      })),
    };
  },
});
