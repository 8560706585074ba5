import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { TitledCard } from "@/components/ui/titled-card";
import type { Say } from "@/lib/platform/messages";
import { currencyExponent } from "@/lib/platform/money";
import { changeOf } from "@/lib/reports/rules/periods";
import { type Cell, dayText, type Table } from "@/lib/reports/rules/tables";
import type { CatalogFiguresView, DashboardView } from "@/lib/reports/views";
import { DayChart } from "./day-chart";
import { FigureTable } from "./figure-table";
import { FigureTile } from "./figure-tile";

type Props = {
  say: Say;
  locale: string;
  sales: DashboardView | null;
  catalog: CatalogFiguresView;
  tables: readonly Table[];
  /** The address of a table as CSV. */
  csv: (table: Table["key"]) => string;
  /** Where all that is nearly sold out stands, and all that sold. */
  stockHref: string | undefined;
  productsHref: string;
  /** Beside the heading of the categories: the way back up. */
  trail?: ReactNode;
};

const shown = ["revenue", "orders", "average", "conversion"] as const;

/** The figures that are read first, from the table of all of them. */
function Tiles({ say, locale, sales, table }: { say: Say; locale: string; sales: DashboardView; table: Table }) {
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { totals } = sales;
  const numbers = {
    revenue: [totals.revenue.now.amount, totals.revenue.before.amount],
    orders: [totals.orders.now, totals.orders.before],
    average: [totals.average.now?.amount ?? 0, totals.average.before?.amount ?? 0],
    conversion: [totals.conversion.now ?? 0, totals.conversion.before ?? 0],
  } as const;
  /** Rows of the table stand in this order. */
  const rowOf = (key: (typeof shown)[number]) => table.rows[shown.indexOf(key)] as readonly [Cell, Cell, Cell, Cell];
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {shown.map((key) => {
        const [label, now, before] = rowOf(key);
        const [is, was] = numbers[key];
        const change = changeOf(is, was);
        const size = percents.format(Math.abs(change ?? 0) / 100);
        const way = change === null || change === 0 ? "same" : change > 0 ? "up" : "down";
        const said =
          change === null
            ? say("admin.reports.new")
            : say(`admin.reports.${way === "up" ? "more" : way === "down" ? "less" : "same"}`, { percent: size });
        return (
          <FigureTile
            key={key}
            label={label.text}
            figure={now.text}
            href={now.href}
            change={said}
            way={way}
            was={change === null ? undefined : say("admin.reports.was", { before: before.text })}
          />
        );
      })}
    </dl>
  );
}

function Chart({ say, locale, sales }: { say: Say; locale: string; sales: DashboardView }) {
  const { days, totals, scope } = sales;
  const { currency } = totals.revenue.now;
  const marks = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  });
  const unit = 10 ** currencyExponent(currency);
  const most = days.reduce((best, day) => (day.revenue.amount > best.revenue.amount ? day : best), days[0]!);
  const span = ({ from, to }: { from: string; to: string }) => ({
    from: dayText(from, locale),
    to: dayText(to, locale),
  });
  const desc = totals.revenue.now.amount
    ? say("admin.reports.chart_desc", {
        total: totals.revenue.now.formatted,
        days: days.length,
        day: dayText(most.day, locale),
        most: most.revenue.formatted,
      })
    : say("admin.reports.chart_empty");
  return (
    <DayChart
      title={say("admin.reports.days_title")}
      desc={desc}
      smallest={unit}
      mark={(value) => marks.format(value / unit)}
      legend={{
        now: say("admin.reports.chart_now", span(scope.span)),
        before: say("admin.reports.chart_before", span(scope.compared)),
      }}
      days={days.map(({ day, revenue, before }) => ({
        label: dayText(day, locale, { day: "numeric", month: "short" }),
        text: `${dayText(day, locale)}: ${revenue.formatted} · ${dayText(before.day, locale)}: ${before.revenue.formatted}`,
        value: revenue.amount,
        before: before.revenue.amount,
      }))}
    />
  );
}

/** All that a dashboard tells; what needs revenue is left out for those who read none. */
export function Dashboard({ say, locale, sales, catalog, tables, csv, stockHref, productsHref, trail }: Props) {
  const framed = ({ title }: Table) => say("admin.reports.table_of", { title });
  const tableOf = (key: Table["key"]) => tables.find((table) => table.key === key);
  const more = "inline-flex min-h-11 items-center text-sm font-semibold text-tile underline underline-offset-4";
  const part = (
    key: Table["key"],
    { bars, children, className }: { bars?: string; children?: ReactNode; className?: string } = {},
  ) => {
    const table = tableOf(key);
    if (!table) return null;
    return (
      <TitledCard title={table.title} className={classNames("stack-3 min-w-0", className)}>
        {children}
        {table.rows.length ? (
          <FigureTable table={table} label={framed(table)} {...(bars && { bars })} />
        ) : (
          <p className="text-ink-soft">
            {say(key === "low" ? "admin.reports.low_count" : "admin.reports.nothing_sold", { count: 0 })}
          </p>
        )}
        <p className="flex flex-wrap gap-x-5">
          {key === "best" && (
            <a href={productsHref} className={more}>
              {say("admin.reports.all_best")}
            </a>
          )}
          {key === "low" && stockHref && catalog.lowCount > 0 && (
            <a href={stockHref} className={more}>
              {catalog.lowCount < 1000
                ? say("admin.reports.low_count", { count: catalog.lowCount })
                : say("admin.reports.low_many", { count: 999 })}
            </a>
          )}
          <a href={csv(key)} className={more} aria-label={say("admin.reports.csv_of", { title: table.title })} download>
            {say("admin.reports.csv")}
          </a>
        </p>
      </TitledCard>
    );
  };
  const totals = tableOf("totals");
  const days = tableOf("days");
  return (
    <div className="stack-6">
      {sales && totals && <Tiles say={say} locale={locale} sales={sales} table={totals} />}
      {sales && days && (
        <TitledCard title={days.title} className="stack-4">
          <div className="grid items-start gap-x-8 gap-y-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
            <Chart say={say} locale={locale} sales={sales} />
            <FigureTable table={days} label={framed(days)} short />
          </div>
          <p>
            <a
              href={csv("days")}
              className={more}
              aria-label={say("admin.reports.csv_of", { title: days.title })}
              download
            >
              {say("admin.reports.csv")}
            </a>
          </p>
        </TitledCard>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        {part("retailers", { bars: "revenue" })}
        {part("categories", { bars: "revenue", children: trail })}
        {part("best", { bars: "units" })}
        {part("low")}
        {part("totals", { className: "xl:col-span-2" })}
      </div>
    </div>
  );
}
