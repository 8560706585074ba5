// What the workers that read and write workbooks have in common: the parts of the zip, and how errors are told.
import { fstatSync, readSync, writeSync } from "node:fs";
import { createInflateRaw } from "node:zlib";

/** An error whose message is for the person. */
export class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The whole of a descriptor. */
export function readInput(descriptor = 0) {
  const bytes = new Uint8Array(fstatSync(descriptor).size);
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(descriptor, bytes, at, bytes.length - at, at);
    if (read === 0) break;
    at += read;
  }
  return bytes;
}

/** Where the central directory's end stands. */
export function directoryEnd(bytes) {
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Refused("unreadable", "The workbook is damaged: the end of the file is missing.");
  return end;
}

/** The parts in the order of the central directory: name, how it is packed, its data, and where both records stand. */
export function* partsOf(bytes) {
  const view = new DataView(bytes.buffer);
  const end = directoryEnd(bytes);
  const count = view.getUint16(end + 10, true);
  if (count > 10_000) throw new Refused("too_large", "The workbook has too many parts.");
  let at = view.getUint32(end + 16, true);
  for (let part = 0; part < count; part++) {
    if (view.getUint32(at, true) !== 0x02014b50) break;
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const data = bytes.subarray(start, size === 0 ? bytes.length : start + size);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    yield { name, method, data, local, start, size, record: bytes.subarray(at, at + length) };
    at += length;
  }
}

/** What a part holds, piece by piece; declared sizes can lie. */
export async function* inflated({ method, data }, limits) {
  if (method !== 8) {
    yield Buffer.from(data);
    return;
  }
  let total = 0;
  const inflate = createInflateRaw();
  inflate.end(data);
  try {
    for await (const chunk of inflate) {
      total += chunk.length;
      if (total > limits.unzippedBytes) throw new Refused("too_large", "The workbook unpacks to more than is allowed.");
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("unreadable", "The workbook is damaged: one of its parts cannot be unpacked.");
  }
}

/** Inflates everything once, keeping nothing. */
export async function measure(bytes, limits) {
  let total = 0;
  let parts;
  try {
    parts = [...partsOf(bytes)];
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("unreadable", "The workbook is damaged: one of its parts cannot be unpacked.");
  }
  for (const part of parts) {
    for await (const chunk of inflated(part, limits)) {
      total += chunk.length;
      if (total > limits.unzippedBytes) throw new Refused("too_large", "The workbook unpacks to more than is allowed.");
    }
  }
}

async function partText(parts, name, limits) {
  const part = parts.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!part) return "";
  const chunks = [];
  for await (const chunk of inflated(part, limits)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text) =>
  text
    .replace(/&#(x?)([0-9a-f]+);/gi, (whole, hex, digits) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => entities[name]);
const attribute = (tag, name) => {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? plain(found[1] ?? found[2]) : "";
};

/** The sheets in the workbook's order, with the names of their parts. */
export async function sheetsOf(bytes, limits) {
  const parts = [...partsOf(bytes)];
  const relations = [...(await partText(parts, "_rels/.rels", limits)).matchAll(/<[^>]*Relationship\s[^>]*>/g)];
  const root = relations.find(([tag]) => /\/officeDocument$/.test(attribute(tag, "Type")));
  const book = (root ? attribute(root[0], "Target") : "xl/workbook.xml").replace(/^\//, "");
  const folder = book.replace(/[^/]*$/, "");
  const rels = await partText(parts, `${folder}_rels/${book.slice(folder.length)}.rels`, limits);
  const targets = new Map(
    [...rels.matchAll(/<[^>]*Relationship\s[^>]*>/g)].map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target")]),
  );
  const tags = [...(await partText(parts, book, limits)).matchAll(/<(?:[\w.-]+:)?sheet\s[^>]*>/g)];
  return tags.map(([tag]) => {
    const target = targets.get(/\s[\w.-]+:id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? "") ?? "";
    const path = new URL(target, `zip:///${folder}`).pathname.slice(1);
    return { name: attribute(tag, "name"), part: parts.find(({ name }) => name === path) };
  });
}

/** How a worker ends that failed: what it knows as JSON on the error stream, and exit code 3. */
export function tellErrors(error) {
  const known = error instanceof Refused;
  const code = known ? error.code : error?.name === "EncryptedFileError" ? "encrypted" : "unreadable";
  writeSync(
    2,
    JSON.stringify({ code, message: known ? error.message : null, detail: String(error?.message ?? error) }),
  );
  process.exitCode = 3;
}
