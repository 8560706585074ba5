import { largestId } from "@/lib/cart/cookie";
import { AppError } from "@/lib/platform/errors";
import { decodeCursor, keysetPageOf } from "@/lib/platform/pages";
import { operation } from "@/lib/web/operation";
import { catalogFiguresInput, soldProductsInput } from "../input";
import { lately } from "../queries/lately";
import { countLow, type ProductRow, selectLow, selectProducts } from "../queries/products";
import { categoriesIn, categoryAt } from "../queries/sales";
import { scopeOf } from "../queries/scope";
import { catalogFiguresView, dashboardView, soldPage, soldProductView } from "../views";
import { ofPieces, priced, readsMoney, shopsOf } from "./shared";

const shown = { best: 10, low: 8, counted: 1000 } as const;

const productView = ({ unitsBefore, units, revenue, ...row }: ProductRow, price: ReturnType<typeof priced>) => ({
  ...row,
  units: { now: units, before: unitsBefore },
  revenue: revenue === null ? null : price(revenue),
});

export const readCatalogFigures = operation({
  ...ofPieces,
  name: "reports.catalog",
  summary: "What sells best, and what is nearly sold out; with revenue for those who may read orders.",
  http: { method: "GET", path: "/api/admin/dashboards/catalog", errors: ["not_found"] },
  message: "Figures.",
  input: catalogFiguresInput,
  output: catalogFiguresView,
  run: async ({ input, actor, tx, now, context: { say, locale } }) => {
    const scope = await scopeOf(tx, input, shopsOf(actor, ofPieces), { now, say });
    const money = readsMoney(actor);
    const { asOf, best, ...rest } = await lately(scope, ["catalog", money], async () => ({
      asOf: scope.view.asOf,
      best: await selectProducts(tx, scope, { money, after: null, limit: shown.best }),
      low: await selectLow(tx, scope, shown.low),
      lowCount: await countLow(tx, scope, shown.counted),
    }));
    return { scope: { ...scope.view, asOf }, best: best.map((row) => productView(row, priced(locale))), ...rest };
  },
});

export const listSoldProducts = operation({
  ...ofPieces,
  name: "reports.products",
  summary: "Products by the pieces that were sold of them, most first; of one category with all that stands in it.",
  http: { method: "GET", path: "/api/admin/dashboards/products", errors: ["not_found"] },
  message: "Products that sold.",
  input: soldProductsInput,
  output: soldPage(soldProductView).extend({ category: dashboardView.shape.category }),
  run: async ({ input, actor, tx, now, context: { say, locale } }) => {
    const scope = await scopeOf(tx, input, shopsOf(actor, ofPieces), { now, say });
    const category = input.category ? await categoryAt(tx, input.category) : null;
    if (category === undefined) throw new AppError("not_found", say("errors.not_found"));
    const position = decodeCursor(input.after);
    const after = Number.isSafeInteger(position?.[0]) && Math.abs(position?.[1] ?? 0) <= largestId ? position : null;
    const wanted = { money: readsMoney(actor), after, limit: input.pageSize + 1 };
    const { rows } = await lately(scope, ["products", wanted, category?.id], async () => ({
      rows: await selectProducts(tx, scope, {
        ...wanted,
        categories: category ? await categoriesIn(tx, category.id) : undefined,
      }),
    }));
    const items = rows.map((row) => productView(row, priced(locale)));
    return {
      scope: scope.view,
      category: category && { path: category.path, name: category.name },
      ...keysetPageOf(items, input.pageSize, ({ units, product }) => [units.now, product]),
    };
  },
});
