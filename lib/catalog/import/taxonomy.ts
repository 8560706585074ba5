import { failed, type RowProblem } from "./draft";
import { readText } from "./encoding";
import { ImportFileError } from "./errors";
import { defaultLimits, type ImportLimits } from "./limits";
import { sniff } from "./sniff";
import { type ImportFile, withFile } from "./source";

/** A category of a taxonomy. Parents may come after their children, or be named in paths only. */
export type TaxonomyEntry = {
  kind: "category";
  row: number;
  /** `google:499954`, Shopify's gid, the id of the JSON; null in a file of bare paths. */
  externalId: string | null;
  /** Names from the root, exactly as given. */
  path: string[];
  /** The external ids along `path`, where the file has them: siblings may share a name. */
  ids: string[] | null;
};

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of text) {
    const parts = (rest + piece).split(/\r?\n/);
    rest = parts.pop() ?? "";
    if (rest.length > 100_000) throw new ImportFileError("unreadable", "A line is longer than 100,000 characters.");
    yield* parts;
  }
  if (rest) yield rest;
}

/** One line: `3237 - A > B`, `gid://shopify/… : A > B`, or `A > B`. */
function readLine(line: string, row: number): TaxonomyEntry | RowProblem {
  const google = /^(\d+) - (.+)$/.exec(line);
  const shopify = /^(gid:\/\/\S+)\s*: (.+)$/.exec(line);
  const path = (google?.[2] ?? shopify?.[2] ?? line).trim().split(" > ");
  if (path.some((name) => /^(?:>.*|.*>|\s*)$/.test(name)))
    return failed(row, "path", "A category in the path has no name.");
  const externalId = google ? `google:${google[1]}` : (shopify?.[1] ?? null);
  return { kind: "category", row, externalId, path, ids: null };
}

type JsonCategory = { id: string; name: string; path: { id: string; name: string }[] };

function readJsonCategory(value: unknown, row: number): TaxonomyEntry | RowProblem {
  const { id, path } = (value ?? {}) as Partial<JsonCategory>;
  if (typeof id !== "string" || !Array.isArray(path) || path.length === 0 || path.at(-1)?.id !== id) {
    return failed(row, "shape", "The category has no id, or no path that ends in it.");
  }
  if (path.some((step) => typeof step?.id !== "string" || typeof step.name !== "string" || step.name.trim() === "")) {
    return failed(row, "path", `A category in the path of “${id}” has no name.`);
  }
  return {
    kind: "category",
    row,
    externalId: id,
    path: path.map(({ name }) => name),
    ids: path.map((step) => step.id),
  };
}

async function* readJson(path: string): AsyncGenerator<TaxonomyEntry | RowProblem> {
  let text = "";
  for await (const piece of readText(path, "utf-8")) text += piece;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ImportFileError("unreadable", "The file begins like JSON but is not valid JSON.");
  }
  if (!Array.isArray(parsed)) throw new ImportFileError("unsupported_format", "The JSON is no list of categories.");
  for (const [index, value] of parsed.entries()) yield readJsonCategory(value, index + 1);
}

async function* readLines(path: string, encoding: string | null): AsyncGenerator<TaxonomyEntry | RowProblem> {
  let row = 0;
  for await (const line of lines(readText(path, encoding))) {
    row++;
    if (line.trim() !== "" && !line.startsWith("#")) yield readLine(line, row);
  }
}

/**
 * The categories of a taxonomy: Google's text with ids, Shopify's text, a JSON list with path arrays (Best Buy's), or one
 * path (`A > B > C`) a line; told apart by content, line by line. Throws ImportFileError.
 */
export function readTaxonomy(
  file: ImportFile,
  limits: ImportLimits = defaultLimits,
): AsyncGenerator<TaxonomyEntry | RowProblem> {
  return withFile(file, limits.fileBytes, async function* (path) {
    const found = await sniff(path);
    if (found.kind === "xlsx") throw new ImportFileError("unsupported_format", "A taxonomy is a text or JSON file.");
    if (found.kind === "json") yield* readJson(path);
    else yield* readLines(path, found.encoding);
  });
}
