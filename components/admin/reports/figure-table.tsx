import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Cell, Table } from "@/lib/reports/rules/tables";

function Figure({ text, href, name }: Cell) {
  const words: ReactNode = name ? <bdi>{text}</bdi> : text;
  if (!href) return words;
  return (
    <a href={href} className="underline decoration-edge underline-offset-4 hover:text-tile hover:decoration-tile">
      {words}
    </a>
  );
}

/** How much of the largest row a row is, as a bar below its name. */
function Share({ of, value }: { of: number; value: number }) {
  return (
    <svg aria-hidden="true" width="100%" height="4" className="mt-1 block">
      <rect width="100%" height="4" className="fill-sunken" />
      <rect width={`${of > 0 ? (100 * Math.max(0, value)) / of : 0}%`} height="4" className="fill-tile" />
    </svg>
  );
}

type Props = {
  table: Table;
  /** What the frame is called that scrolls. */
  label: string;
  /** The column by which rows have a bar. */
  bars?: string;
  /** At most as tall as the chart beside it. */
  short?: boolean;
};

/** A table of figures that scrolls within its own frame, under heads that stay; each figure leads to what it sums. */
export function FigureTable({ table: { title, columns, rows }, label, bars, short }: Props) {
  const barred = columns.findIndex(({ key }) => key === bars);
  const amountOf = (row: readonly Cell[]) => Number(row[barred]?.value ?? 0);
  const largest = Math.max(0, ...rows.map(amountOf));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a named region that the keyboard can scroll
    <div
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it by the keyboard
      tabIndex={0}
      className={classNames("relative min-w-0 overflow-auto", short && "max-h-72")}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, kind }) => (
              <th
                key={key}
                scope="col"
                className={classNames(
                  "sticky top-0 border-b-2 border-edge bg-surface px-2 py-2 align-bottom font-semibold first:ps-0 last:pe-0",
                  kind === "text" ? "text-start" : "text-end",
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place} className="hover:bg-tile-soft">
              {row.map((cell, index) => {
                const column = columns[index]!;
                const Part = index === 0 ? "th" : "td";
                return (
                  <Part
                    key={column.key}
                    {...(index === 0 && { scope: "row" as const })}
                    className={classNames(
                      "border-b border-line px-2 py-2 font-normal first:ps-0 last:pe-0",
                      column.kind === "text" ? "text-start" : "whitespace-nowrap text-end tabular-nums",
                      index === 0 && "min-w-28",
                    )}
                  >
                    <Figure {...cell} />
                    {index === 0 && barred >= 0 && <Share of={largest} value={amountOf(row)} />}
                  </Part>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
