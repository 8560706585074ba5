import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type Column<Row> = {
  /** Tells columns apart. */
  key: string;
  head: ReactNode;
  /** The column's name beside a cell on a phone, where its head is a link or a field. */
  label?: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column, in figures of one width. */
  figures?: boolean;
  /** Names the row: its header, and the heading of its card on a phone. One column of a table. */
  names?: boolean;
  /** Sorted by it now. */
  sorted?: "ascending" | "descending";
};

type Props<Row> = {
  /** What the table is of, read aloud before it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Cells of several lines begin at the same height. */
  tall?: boolean;
  /** Rows with something checked stand out, where that is what selects them. */
  marks?: boolean;
};

/** A list as a table; on a phone each row is a card with the columns' names beside their cells. Works without script. */
export function DataTable<Row>({ caption, columns, rows, rowKey, tall = false, marks = true }: Props<Row>) {
  return (
    <table className="w-full border-collapse text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b-2 border-edge">
          {columns.map(({ key, head, figures, sorted }) => (
            <th
              key={key}
              scope="col"
              aria-sort={sorted}
              className={classNames(
                "px-3 py-2 font-semibold first:ps-0 last:pe-0",
                figures ? "text-end" : "text-start",
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={classNames(
              "border-b border-line max-md:block max-md:py-3",
              marks && "hover:bg-tile-soft has-checked:bg-tile-soft",
            )}
          >
            {columns.map(({ key, head, label, cell, figures, names }) => {
              const Cell = names ? "th" : "td";
              return (
                <Cell
                  key={key}
                  {...(names && { scope: "row" as const })}
                  className={classNames(
                    "px-3 py-2 text-start font-normal md:first:ps-0 md:last:pe-0 max-md:flex max-md:items-baseline max-md:gap-3 max-md:px-0 max-md:py-1",
                    tall ? "align-top" : "align-middle",
                    figures && "tabular-nums md:text-end",
                    names && "max-md:text-base max-md:font-semibold",
                  )}
                >
                  {!names && (
                    <span aria-hidden="true" className="w-32 shrink-0 text-ink-soft md:hidden">
                      {label ?? head}
                    </span>
                  )}
                  <span className="min-w-0 grow">{cell(row)}</span>
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
