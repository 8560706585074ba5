import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A row of the files: one line of an invoice. `price` is in pence; a return has a negative quantity. */
export type RawRow = {
  invoice: string;
  code: string;
  name: string;
  quantity: number;
  /** `2010-12-01 08:26:00` on the clock of London, which is UTC in that month. */
  at: string;
  price: number;
  customer: string;
};

/** Codes of what carries goods to their buyer and is no good itself. */
export const carriage = new Set(["POST", "DOT", "C2"]);

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const pattern = /("(?:[^"]|"")*"|[^,]*)(,|$)/y;
  for (;;) {
    const match = pattern.exec(line)!;
    const [, cell = "", end] = match;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "") return cells;
  }
}

/** The files of a folder, by day; all of them, or the first so many. */
export function readRaw(folder: string, most = Number.POSITIVE_INFINITY): RawRow[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d\.csv$/.test(name))
    .sort()
    .slice(0, most);
  return files.flatMap((name) => {
    const [, ...lines] = readFileSync(join(folder, name), "utf8").split(/\r?\n/).filter(Boolean);
    return lines.map((line): RawRow => {
      const [invoice = "", code = "", title = "", quantity, at = "", price, customer = ""] = cellsOf(line);
      return {
        invoice,
        code: code.trim().toUpperCase(),
        name: title.trim(),
        quantity: Number(quantity),
        at,
        price: Math.round(Number(price) * 100),
        customer,
      };
    });
  });
}

type Sum = { units: number; revenue: number };
type Day = Sum & { placed: number; orders: number; shipping: number };
export type Reckoned = { days: Map<string, Day>; products: Map<string, Sum> };

const isReturn = ({ invoice }: RawRow) => invoice.startsWith("C");
const isGood = ({ code }: RawRow) => !carriage.has(code);

/** What a set of rows is, whatever their order: to recognise the return of a whole invoice. */
const contentOf = (rows: readonly RawRow[]) =>
  rows
    .map(({ code, quantity, price }) => `${code} ${Math.abs(quantity)} ${price}`)
    .sort()
    .join("|");

/**
 * What the files add up to, row by row and apart from how they are loaded. Rows that take nothing from a buyer or give
 * nothing to one (no good, or a negative quantity that is not a return) are no sale. An invoice whose goods were all
 * returned by one later return is placed but does not count; a return of anything else is an order that came back.
 */
export function reckon(rows: readonly RawRow[]): Reckoned {
  const days: Reckoned["days"] = new Map();
  const products: Reckoned["products"] = new Map();
  const sold = rows.filter((row) => (isReturn(row) ? row.quantity < 0 : row.quantity > 0));
  const invoices = Map.groupBy(sold, ({ invoice }) => invoice);
  const withGoods = [...invoices].filter(([, lines]) => lines.some(isGood));
  const returns = withGoods.filter(([invoice]) => invoice.startsWith("C"));
  const undone = new Set<string>();
  const answered = new Set<string>();
  for (const [id, lines] of returns) {
    const original = withGoods.find(
      ([other, sale]) =>
        !other.startsWith("C") &&
        !undone.has(other) &&
        lines[0]!.customer !== "" &&
        sale[0]!.customer === lines[0]!.customer &&
        sale[0]!.at <= lines[0]!.at &&
        contentOf(sale) === contentOf(lines),
    );
    if (!original) continue;
    undone.add(original[0]);
    answered.add(id);
  }
  for (const [invoice, lines] of withGoods) {
    if (answered.has(invoice)) continue;
    const key = lines[0]!.at.slice(0, 10);
    const day = days.get(key) ?? { placed: 0, orders: 0, units: 0, revenue: 0, shipping: 0 };
    days.set(key, day);
    day.placed += 1;
    if (invoice.startsWith("C") || undone.has(invoice)) continue;
    day.orders += 1;
    for (const { code, quantity, price } of lines) {
      if (carriage.has(code)) day.shipping += quantity * price;
      else {
        const product = products.get(code) ?? { units: 0, revenue: 0 };
        products.set(code, product);
        for (const sum of [day, product]) {
          sum.units += quantity;
          sum.revenue += quantity * price;
        }
      }
    }
  }
  return { days, products };
}
