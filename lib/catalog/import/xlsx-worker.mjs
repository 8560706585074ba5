// Reads one workbook (descriptor 0) and writes its first sheet as JSON lines (descriptor 1). It runs as a process of
// its own, without access to files or to the environment: only that bounds what a hostile workbook can take.
import { fstatSync, readSync, writeSync } from "node:fs";
import { createInflateRaw } from "node:zlib";
import { streamXlsxRows } from "hucre/xlsx";

const limits = JSON.parse(process.argv[2]);

class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

function readInput() {
  const bytes = new Uint8Array(fstatSync(0).size);
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(0, bytes, at, bytes.length - at, at);
    if (read === 0) break;
    at += read;
  }
  return bytes;
}

/** Where each part's data starts, from the local headers that the central directory points to. */
function* compressedParts(bytes) {
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Refused("unreadable", "The workbook is damaged: the end of the file is missing.");
  const count = view.getUint16(end + 10, true);
  if (count > 10_000) throw new Refused("too_large", "The workbook has too many parts.");
  let at = view.getUint32(end + 16, true);
  for (let part = 0; part < count; part++) {
    if (view.getUint32(at, true) !== 0x02014b50) break;
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield { method, data: bytes.subarray(start, size === 0 ? bytes.length : start + size) };
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** Inflates everything once, keeping nothing: declared sizes can lie. */
async function measure(bytes) {
  let total = 0;
  try {
    for (const { method, data } of compressedParts(bytes)) {
      if (method !== 8) {
        total += data.length;
        continue;
      }
      const inflate = createInflateRaw();
      inflate.end(data);
      for await (const chunk of inflate) {
        total += chunk.length;
        if (total > limits.unzippedBytes)
          throw new Refused("too_large", "The workbook unpacks to more than is allowed.");
      }
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("unreadable", "The workbook is damaged: one of its parts cannot be unpacked.");
  }
}

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

async function run() {
  const bytes = readInput();
  await measure(bytes);
  let previous = 0;
  let pending = "";
  let written = 0;
  const flush = () => {
    const buffer = Buffer.from(pending);
    written += buffer.length;
    if (written > limits.unzippedBytes) throw new Refused("too_large", "The sheet holds more text than is allowed.");
    for (let at = 0; at < buffer.length; ) at += writeSync(1, buffer, at);
    pending = "";
  };
  for await (const { index, values } of streamXlsxRows(bytes)) {
    const row = Number.isSafeInteger(index) && index >= previous ? index + 1 : previous + 1;
    previous = row;
    let length = values.length;
    while (length > 0 && (values[length - 1] === null || values[length - 1] === "")) length--;
    if (length === 0) continue;
    if (row > limits.rows) throw new Refused("too_large", `The sheet has more than ${limits.rows} rows.`);
    if (length > limits.columns) throw new Refused("too_large", `Row ${row} has more than ${limits.columns} columns.`);
    pending += `${JSON.stringify({ row, cells: values.slice(0, length).map(text) })}\n`;
    if (pending.length > 65_536) flush();
  }
  flush();
}

run().catch((error) => {
  const known = error instanceof Refused;
  const code = known ? error.code : error?.name === "EncryptedFileError" ? "encrypted" : "unreadable";
  writeSync(
    2,
    JSON.stringify({ code, message: known ? error.message : null, detail: String(error?.message ?? error) }),
  );
  process.exitCode = 3;
});
