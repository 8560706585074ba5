import type { ImportItem, ProductDraft, RowProblem } from "./draft";
import { type ParseOptions, readProductFile } from "./parse-products";
import type { ImportFile } from "./source";

/** A CSV file of these cells, quoted where needed. */
export function csvOf(rows: string[][], delimiter = ","): string {
  const cell = (text: string) => (/[\s"]|[,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(delimiter)).join("\n");
}

/** A file in memory. */
export const fileOf = (content: string | Uint8Array, name = "file.csv"): ImportFile => ({
  name,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});

/** All items of an iterable. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Everything a product file gives, sorted by kind. */
export async function readAll(file: ImportFile | string, options: Partial<ParseOptions> = {}) {
  const items = await collect<ImportItem>(
    readProductFile(typeof file === "string" ? fileOf(file) : file, { exponent: 2, ...options }),
  );
  const problems = items.filter((item): item is RowProblem => item.kind === "problem");
  return {
    layout: items[0]?.kind === "layout" ? items[0].layout : null,
    products: items.filter((item): item is ProductDraft => item.kind === "product"),
    failures: problems.filter(({ severity }) => severity === "failed").map(({ row, code }) => `${row} ${code}`),
    notes: problems.filter(({ severity }) => severity === "note").map(({ row, code }) => `${row} ${code}`),
    problems,
  };
}
