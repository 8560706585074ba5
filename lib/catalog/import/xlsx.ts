import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ImportFileError } from "./errors";
import type { ImportLimits } from "./limits";
import type { SheetRow, SheetStart } from "./sheet";

/** What a reader or writer is to do. */
type Asked = {
  /** Position of the sheet. */
  sheet?: number;
  /** Rows of each sheet, instead of all rows of one. */
  survey?: number;
  /** Write a column of results, whose header stands in this row. */
  write?: { headerRow: number; header: string };
};

type Outcome = { code: number | null; errors: string; ended: "timed_out" | "too_large" | null };

/** Resident memory of a process in bytes; 0 where the system does not tell. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/**
 * Runs the reader as a process of its own. A thread would not do: its limits leave out native memory, and V8 ends the
 * whole process for some allocations. The path comes from the working directory, so that a bundler leaves it alone.
 */
async function runWorker(files: readonly number[], limits: ImportLimits, asked: Asked): Promise<Outcome> {
  const root = process.cwd();
  const folder = join(root, "lib", "catalog", "import");
  const worker = join(folder, asked.write ? "xlsx-result-worker.mjs" : "xlsx-worker.mjs");
  const [input, output, ...more] = files;
  // What Node itself and the unzipped bytes take beside the heap.
  const heap = Math.max(32, Math.floor(limits.memoryBytes / 1024 / 1024) - 128);
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      "--max-semi-space-size=4",
      "--permission",
      `--allow-fs-read=${join(root, "node_modules", "hucre")}`,
      `--allow-fs-read=${worker}`,
      `--allow-fs-read=${join(folder, "xlsx-parts.mjs")}`,
      worker,
      JSON.stringify({ ...limits, ...asked }),
    ],
    { cwd: root, env: { NODE_ENV: "production" }, stdio: [input!, output!, "pipe", ...more] },
  );
  let ended: Outcome["ended"] = null;
  let errors = "";
  const stop = (reason: NonNullable<Outcome["ended"]>) => {
    ended ??= reason;
    child.kill("SIGKILL");
  };
  child.stderr?.on("data", (chunk: Buffer) => {
    if (errors.length < 65_536) errors += chunk.toString();
  });
  const deadline = setTimeout(() => stop("timed_out"), limits.milliseconds);
  const watch = setInterval(async () => {
    if (child.pid && (await residentBytes(child.pid)) > limits.memoryBytes) stop("too_large");
  }, 50);
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve({ code, errors, ended }));
    });
  } finally {
    clearTimeout(deadline);
    clearInterval(watch);
  }
}

function explain({ errors, ended }: Outcome, limits: ImportLimits): ImportFileError {
  if (ended === "timed_out") {
    const seconds = Math.round(limits.milliseconds / 1000);
    return new ImportFileError(
      "timed_out",
      `The workbook could not be read within ${seconds} seconds. Save it as CSV.`,
    );
  }
  const heap = /heap out of memory|invalid (?:array|string) length/i.test(errors);
  if (ended === "too_large" || heap) {
    return new ImportFileError("too_large", "The workbook needs more memory than is allowed. Save it as CSV.");
  }
  const told = /\{"code".*\}$/s.exec(errors)?.[0];
  const { code, message } = told
    ? (JSON.parse(told) as { code: string; message: string | null })
    : { code: "", message: "" };
  if (code === "encrypted") {
    return new ImportFileError("encrypted", "The workbook is protected by a password. Save it without one.");
  }
  return new ImportFileError(
    code === "too_large" ? "too_large" : "unreadable",
    message ||
      "This is not a workbook that can be read, or it is damaged. Open it in a spreadsheet and save it as .xlsx.",
  );
}

/** Runs a worker from one file to another. Throws ImportFileError. */
async function through(
  paths: { from: string; to: string; more?: string },
  limits: ImportLimits,
  asked: Asked,
): Promise<void> {
  const files = [await open(paths.from), await open(paths.to, "w", 0o600)];
  if (paths.more) files.push(await open(paths.more));
  let outcome: Outcome;
  try {
    outcome = await runWorker(
      files.map(({ fd }) => fd),
      limits,
      asked,
    );
  } finally {
    for (const file of files) await file.close();
  }
  if (outcome.code !== 0) throw explain(outcome, limits);
}

async function* lines<T>(path: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    yield JSON.parse(line) as T;
  }
}

/**
 * The rows of one sheet of a workbook: formulas by their cached values, dates as ISO 8601, errors as their names
 * (`#REF!`). Nothing is given before the whole sheet was read. Throws ImportFileError.
 */
export async function* readXlsx(
  path: string,
  scratch: string,
  limits: ImportLimits,
  sheet = 0,
): AsyncGenerator<SheetRow> {
  const rows = join(scratch, "rows.jsonl");
  await through({ from: path, to: rows }, limits, { sheet });
  yield* lines<SheetRow>(rows);
}

/** The first rows of each sheet of a workbook. Throws ImportFileError. */
export async function* surveyXlsx(
  path: string,
  scratch: string,
  { surveyedRows, ...limits }: ImportLimits & { surveyedRows: number },
): AsyncGenerator<SheetStart> {
  const sheets = join(scratch, "sheets.jsonl");
  await through({ from: path, to: sheets }, limits, { survey: surveyedRows });
  yield* lines<SheetStart>(sheets);
}

/**
 * Writes the workbook at `from` to `to` with one more column at the end of a sheet; every other part, sheet and cell
 * stays byte for byte.
 * @param results path of JSON lines `[row, text]`, in the order of their rows
 */
export async function writeXlsxResults(
  paths: { from: string; to: string; results: string },
  given: { sheet: number; headerRow: number; header: string },
  limits: ImportLimits,
): Promise<void> {
  const { sheet, ...write } = given;
  await through({ from: paths.from, to: paths.to, more: paths.results }, limits, { sheet, write });
}
