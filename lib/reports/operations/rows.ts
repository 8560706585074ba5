import { largestId } from "@/lib/cart/cookie";
import { decodeCursor, keysetPageOf } from "@/lib/platform/pages";
import { operation } from "@/lib/web/operation";
import { soldDaysInput, soldLinesInput, soldOrdersInput } from "../input";
import { type After, selectSoldDays, selectSoldLines, selectSoldOrders } from "../queries/rows";
import { scopeOf } from "../queries/scope";
import { soldDayView, soldLineView, soldOrderView, soldPage } from "../views";
import { dayFigures } from "./dashboard";
import { ofSales, priced, shopsOf } from "./shared";

const moment = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)?$/;
const isId = (id: number) => id > 0 && id <= largestId;

/** A moment or a day that a cursor holds; what was never one of ours is the beginning. */
const afterTime = (text: string | undefined): After => {
  const [at, id = 0] = decodeCursor(text) ?? [];
  const ours = typeof at === "string" && moment.test(at) && !Number.isNaN(Date.parse(at));
  return ours && isId(id) ? [at, id] : null;
};

const afterId = (text: string | undefined): number | null => {
  const id = decodeCursor(text)?.[1] ?? 0;
  return isId(id) ? id : null;
};

export const listSoldOrders = operation({
  ...ofSales,
  name: "reports.orders",
  summary: "The orders behind a figure, newest first.",
  http: { method: "GET", path: "/api/admin/dashboards/orders", errors: ["not_found"] },
  message: "Orders.",
  input: soldOrdersInput,
  output: soldPage(soldOrderView),
  run: async ({ input, actor, tx, now, context: { say, locale } }) => {
    const price = priced(locale);
    const scope = await scopeOf(tx, input, shopsOf(actor, ofSales), { now, say });
    const rows = await selectSoldOrders(tx, scope, {
      state: input.state,
      after: afterTime(input.after),
      limit: input.pageSize + 1,
    });
    const { items, page } = keysetPageOf(rows, input.pageSize, ({ at, id }) => [at, id]);
    return {
      scope: scope.view,
      page,
      items: items.map(({ id: _id, at, revenue, shipping, total, ...row }) => ({
        ...row,
        createdAt: new Date(at).toISOString(),
        revenue: price(revenue),
        shipping: price(shipping),
        total: price(total),
      })),
    };
  },
});

export const listSoldLines = operation({
  ...ofSales,
  name: "reports.lines",
  summary: "The order lines behind what a product sold, newest first, each with its part of the order's discount.",
  http: { method: "GET", path: "/api/admin/dashboards/lines", errors: ["not_found"] },
  message: "Order lines.",
  input: soldLinesInput,
  output: soldPage(soldLineView),
  run: async ({ input, actor, tx, now, context: { say, locale } }) => {
    const price = priced(locale);
    const scope = await scopeOf(tx, input, shopsOf(actor, ofSales), { now, say });
    const rows = await selectSoldLines(tx, scope, {
      product: input.product,
      after: afterId(input.after),
      limit: input.pageSize + 1,
    });
    const { items, page } = keysetPageOf(rows, input.pageSize, ({ id }) => [id, id]);
    return {
      scope: scope.view,
      page,
      items: items.map(({ id: _id, unitPrice, discount, revenue, ...row }) => ({
        ...row,
        unitPrice: price(unitPrice),
        discount: price(discount),
        revenue: price(revenue),
      })),
    };
  },
});

export const listSoldDays = operation({
  ...ofSales,
  name: "reports.days",
  summary: "What each shop sold on each of its days, newest first, with the baskets that began.",
  http: { method: "GET", path: "/api/admin/dashboards/days", errors: ["not_found"] },
  message: "Days.",
  input: soldDaysInput,
  output: soldPage(soldDayView),
  run: async ({ input, actor, tx, now, context: { say, locale } }) => {
    const price = priced(locale);
    const scope = await scopeOf(tx, input, shopsOf(actor, ofSales), { now, say });
    const after = afterTime(input.after);
    const rows = await selectSoldDays(tx, scope, { after, limit: input.pageSize + 1 });
    const { items, page } = keysetPageOf(rows, input.pageSize, ({ day, retailerId }) => [day, retailerId]);
    return {
      scope: scope.view,
      page,
      items: items.map(({ shop, ...row }) => ({ shop, ...dayFigures({ ...row, shipping: 0 }, price) })),
    };
  },
});
