// Reads one workbook (descriptor 0) and writes the rows of a sheet, or how each sheet begins, as JSON lines
// (descriptor 1). It runs as a process of its own, without access to files or to the environment: only that bounds what
// a hostile workbook can take.
import { writeSync } from "node:fs";
import { streamXlsxRows } from "hucre/xlsx";
import { measure, Refused, readInput, sheetsOf, tellErrors } from "./xlsx-parts.mjs";

const limits = JSON.parse(process.argv[2]);

function text(value) {
  if (value === null || value === undefined) return "";
  // Excel keeps 15 digits; the rest is noise of its binary floats.
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "#VALUE!";
    return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  }
  return String(value);
}

let pending = "";
let written = 0;

function flush() {
  const buffer = Buffer.from(pending);
  written += buffer.length;
  if (written > limits.unzippedBytes) throw new Refused("too_large", "The sheet holds more text than is allowed.");
  for (let at = 0; at < buffer.length; ) at += writeSync(1, buffer, at);
  pending = "";
}

function put(value) {
  pending += `${JSON.stringify(value)}\n`;
  if (pending.length > 65_536) flush();
}

async function* rowsOf(bytes, sheet) {
  let previous = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const row = Number.isSafeInteger(index) && index >= previous ? index + 1 : previous + 1;
    previous = row;
    let length = values.length;
    while (length > 0 && (values[length - 1] === null || values[length - 1] === "")) length--;
    if (length === 0) continue;
    if (row > limits.rows) throw new Refused("too_large", `The sheet has more than ${limits.rows} rows.`);
    if (length > limits.columns) throw new Refused("too_large", `Row ${row} has more than ${limits.columns} columns.`);
    yield { row, cells: values.slice(0, length).map(text) };
  }
}

async function survey(bytes) {
  const found = await sheetsOf(bytes, limits);
  const names = found.length > 0 ? found.map(({ name }) => name) : [""];
  for (const [sheet, name] of names.slice(0, 20).entries()) {
    const rows = [];
    for await (const row of rowsOf(bytes, sheet)) if (rows.push(row) === limits.survey) break;
    put({ name, rows });
  }
}

async function run() {
  const bytes = readInput();
  await measure(bytes, limits);
  if (limits.survey) await survey(bytes);
  else for await (const row of rowsOf(bytes, limits.sheet)) put(row);
  flush();
}

run().catch(tellErrors);
