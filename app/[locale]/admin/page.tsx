import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminFrame } from "@/components/admin/frame";
import { withQuery } from "@/components/admin/pager";
import { AsOf } from "@/components/admin/reports/as-of";
import { Dashboard } from "@/components/admin/reports/dashboard";
import { SpanChoice } from "@/components/admin/reports/span-choice";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { translator } from "@/lib/platform/messages";
import { readCatalogFigures } from "@/lib/reports/operations/catalog";
import { readDashboard } from "@/lib/reports/operations/dashboard";
import { dayText, tablesOf } from "@/lib/reports/rules/tables";
import { may } from "@/lib/web/operation";
import { adminPage } from "./admin-page";
import { reportLinks } from "./reports/links";

export const instant = false;

type Props = PageProps<"/[locale]/admin">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.overview") };
}

export default async function OverviewPage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "overview");
  const { period, from, to, retailer, category } = query;
  const chosen = { ...(retailer && { retailer }) };
  const asked = { ...(period && { period }), ...(from && { from }), ...(to && { to }), ...chosen };
  let catalog = await readCatalogFigures.safe(context, asked);
  const errors = catalog.ok || catalog.error.code !== "invalid" ? [] : catalog.error.errors;
  // Days that cannot be: the usual ones, with what was wrong.
  if (errors.length) catalog = await readCatalogFigures.safe(context, chosen);
  if (!catalog.ok) {
    if (catalog.error.code === "not_found") notFound();
    throw catalog.error;
  }
  const sold = may(actor, readDashboard)
    ? await readDashboard.safe(context, { ...(errors.length ? chosen : asked), ...(category && { category }) })
    : null;
  if (sold && !sold.ok) {
    if (sold.error.code === "not_found") notFound();
    throw sold.error;
  }
  const sales = sold?.data ?? null;
  const { scope } = catalog.data;
  // Of what stands on one page the older tells.
  const [asOf] = [scope.asOf ?? "", sales?.scope.asOf ?? scope.asOf ?? ""].sort();
  const { link, here, file } = reportLinks({ path, sections: frame.sections, scope, query });
  const tables = tablesOf(sales, catalog.data, { say, locale, link });
  const days = (span: typeof scope.span) => ({ from: dayText(span.from, locale), to: dayText(span.to, locale) });
  const trail = sales?.category && (
    <p className="flex flex-wrap gap-x-2">
      <a
        href={withQuery(path("/admin"), { ...here, category: undefined })}
        className="font-semibold text-tile underline"
      >
        {say("admin.reports.all_categories")}
      </a>
      <span aria-hidden="true">/</span>
      <bdi>{sales.category.name}</bdi>
    </p>
  );
  return (
    <AdminFrame
      {...frame}
      title={scope.shop ? <bdi>{scope.shop.name}</bdi> : say("admin.reports.title")}
      lead={
        <p>
          {say("admin.reports.span", days(scope.span))}, {say("admin.reports.compared", days(scope.compared))}.{" "}
          {asOf && <AsOf at={asOf} timezone={scope.timezone} locale={locale} />}
        </p>
      }
      actions={
        <a href={file("xlsx")} className={buttonClass({ look: "secondary" })} download>
          {say("admin.reports.xlsx")}
        </a>
      }
    >
      {!asOf && <Notice tone="warn">{say("admin.reports.making")}</Notice>}
      <SpanChoice say={say} action={path("/admin")} query={query} scope={scope} errors={errors} />
      <Dashboard
        say={say}
        locale={locale}
        sales={sales}
        catalog={catalog.data}
        tables={tables}
        csv={(table) => file("csv", table)}
        stockHref={link("stock")}
        productsHref={link("products") ?? ""}
        trail={trail}
      />
      <details className="max-w-prose text-sm text-ink-soft">
        <summary className="inline-flex min-h-11 items-center font-semibold text-ink">
          {say("admin.reports.about")}
        </summary>
        <div className="stack-2">
          {sales && <p>{say("admin.reports.about_revenue")}</p>}
          {sales && <p>{say("admin.reports.about_conversion")}</p>}
          <p>{say("admin.reports.about_compared")}</p>
        </div>
      </details>
    </AdminFrame>
  );
}
