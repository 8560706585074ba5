import { withQuery } from "@/components/admin/pager";
import type { Telling } from "@/lib/reports/rules/tables";
import type { ReportScope } from "@/lib/reports/views";

type Link = NonNullable<Telling["link"]>;
type Query = Readonly<Record<string, string | undefined>>;
type Given = { path: (path: string) => string; sections: readonly string[]; scope: ReportScope; query: Query };

const pages = {
  here: "/admin",
  orders: "/admin/reports",
  days: "/admin/reports/days",
  products: "/admin/overview/products",
  lines: "/admin/reports/lines",
  stock: "/admin/stock",
} as const;

/** Where the figures of a page lead: the same days and the same shop go along. */
export function reportLinks({ path, sections, scope, query }: Given) {
  const days = scope.period ? { period: scope.period } : scope.span;
  const here = { ...days, retailer: query.retailer, category: query.category };
  const link: Link = (to, given = {}) => {
    // Days that are given come in the place of a period.
    const span = given.from ? {} : days;
    const { retailer } = query;
    if (to === "product") return sections.includes("products") ? path(`/admin/products/${given.product}`) : undefined;
    if (to === "stock") {
      return sections.includes("stock")
        ? withQuery(path(pages.stock), { level: "low", retailer, ...given })
        : undefined;
    }
    const category = to === "products" ? query.category : undefined;
    return withQuery(path(pages[to]), { ...span, retailer, category, ...given });
  };
  const file = (format: "csv" | "xlsx", table?: string) =>
    withQuery("/api/admin/dashboards/export", { ...here, table, format });
  return { link, here, file };
}
