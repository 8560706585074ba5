// Copies a workbook (descriptor 0) to descriptor 1 with one more column at the end of one sheet; what stands in it comes
// as JSON lines from descriptor 3. Every other part is copied as it is packed. A process of its own, as the reader is.
import { readSync, writeSync } from "node:fs";
import { crc32, createDeflateRaw } from "node:zlib";
import { directoryEnd, inflated, partsOf, Refused, readInput, sheetsOf, tellErrors } from "./xlsx-parts.mjs";

const limits = JSON.parse(process.argv[2]);
const rowTag = /<((?:[\w.-]+:)?)row(?=[\s/>])([^>]*?)(\/?)>/;
const longestRow = 8 * 1024 * 1024;

let written = 0;
function put(buffer) {
  for (let at = 0; at < buffer.length; ) at += writeSync(1, buffer, at);
  written += buffer.length;
}

/** The results, read as they are needed: rows come in their order. */
function results() {
  const buffer = Buffer.alloc(64 * 1024);
  const decoder = new TextDecoder();
  let text = "";
  let next = null;
  const line = () => {
    let end = text.indexOf("\n");
    while (end < 0) {
      const read = readSync(3, buffer);
      if (read === 0) return null;
      text += decoder.decode(buffer.subarray(0, read), { stream: true });
      end = text.indexOf("\n");
    }
    const found = JSON.parse(text.slice(0, end));
    text = text.slice(end + 1);
    return found;
  };
  return (row) => {
    next ??= line();
    while (next && next[0] < row) next = line();
    return next && next[0] === row ? next[1] : null;
  };
}

/** A column's letters from its position, from 1. */
function letters(position) {
  let name = "";
  for (let at = position; at > 0; at = Math.floor((at - 1) / 26))
    name = String.fromCharCode(65 + ((at - 1) % 26)) + name;
  return name;
}

const position = (name) => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
// What no XML may hold, and what it must not take for markup.
const escaped = (text) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .slice(0, 32_000)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");

async function* textOf(part) {
  const decoder = new TextDecoder();
  for await (const chunk of inflated(part, limits)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The first free column of the sheet. */
async function freeColumn(part) {
  let last = 0;
  let rest = "";
  for await (const piece of textOf(part)) {
    const text = rest + piece;
    // As many letters as the last column has: a loop that a regular expression would not win by.
    for (const [, name] of text.matchAll(/<(?:[\w.-]+:)?c\s[^>]*?\br="([A-Z]{1,3})\d+"/g))
      last = Math.max(last, position(name));
    for (const [, name] of text.matchAll(/<(?:[\w.-]+:)?dimension\s[^>]*?\bref="(?:[A-Z]+\d+:)?([A-Z]{1,3})\d+"/g)) {
      last = Math.max(last, position(name));
    }
    rest = text.slice(Math.max(text.lastIndexOf("<"), text.length - 4096));
  }
  if (last >= 16_384) throw new Refused("too_large", "The sheet has no room for another column.");
  return last + 1;
}

function cell(prefix, column, row, text) {
  const attributes = `r="${column}${row}" t="inlineStr"`;
  return `<${prefix}c ${attributes}><${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** The sheet with a cell at the end of each row that has a result. */
async function* edited(part) {
  const column = letters(await freeColumn(part));
  const result = results();
  let rest = "";
  let row = 0;
  const take = (last) => {
    let out = "";
    for (;;) {
      const tag = rowTag.exec(rest);
      if (!tag) {
        // Half a tag may stand at the end.
        const open = last ? rest.length : Math.max(rest.lastIndexOf("<"), 0);
        out += rest.slice(0, open);
        rest = rest.slice(open);
        return out;
      }
      const [whole, prefix, attributes, closed] = tag;
      const close = `</${prefix}row>`;
      const end = closed ? tag.index + whole.length : rest.indexOf(close, tag.index);
      if (end < 0) {
        if (rest.length > longestRow) throw new Refused("too_large", "A row of the sheet is too long.");
        out += rest.slice(0, tag.index);
        rest = rest.slice(tag.index);
        return out;
      }
      const named = Number(/\br="(\d+)"/.exec(attributes)?.[1]);
      row = Number.isSafeInteger(named) && named > row ? named : row + 1;
      const text = row === limits.write.headerRow ? limits.write.header : result(row);
      if (text === null) out += rest.slice(0, closed ? end : end + close.length);
      else {
        const spanless = attributes.replace(/\sspans="[^"]*"/, "");
        const cells = closed ? "" : rest.slice(tag.index + whole.length, end);
        out += `${rest.slice(0, tag.index)}<${prefix}row${spanless}>${cells}${cell(prefix, column, row, text)}${close}`;
      }
      rest = rest.slice(closed ? end : end + close.length);
    }
  };
  for await (const piece of textOf(part)) {
    rest += piece;
    if (rest.length > 65_536) yield take(false);
  }
  yield take(true);
}

/** Packs what the generator gives; the size and sum of it are known at the end. */
async function packed(source) {
  const deflate = createDeflateRaw();
  let sum = 0;
  let size = 0;
  const chunks = [];
  deflate.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((done, failed) => deflate.once("end", done).once("error", failed));
  for await (const piece of source) {
    const bytes = Buffer.from(piece);
    sum = crc32(bytes, sum);
    size += bytes.length;
    if (size > limits.unzippedBytes)
      throw new Refused("too_large", "The workbook with its results would be too large.");
    if (!deflate.write(bytes)) await new Promise((done) => deflate.once("drain", done));
  }
  deflate.end();
  await ended;
  return { data: Buffer.concat(chunks), sum, size };
}

async function run() {
  const bytes = readInput();
  const end = directoryEnd(bytes);
  const sheets = await sheetsOf(bytes, limits);
  const sheet = sheets[limits.sheet]?.part;
  if (!sheet) throw new Refused("unreadable", "The sheet is not where the workbook says.");
  const records = [];
  for (const part of partsOf(bytes)) {
    const record = Buffer.from(part.record);
    const head = Buffer.from(bytes.subarray(part.local, part.start));
    let { data } = part;
    if (part.name === sheet.name) {
      const made = await packed(edited(part));
      data = made.data;
      record.writeUInt16LE(8, 10);
      head.writeUInt16LE(8, 8);
      for (const [at, value] of [
        [16, made.sum],
        [20, data.length],
        [24, made.size],
      ]) {
        record.writeUInt32LE(value, at);
        head.writeUInt32LE(value, at - 2);
      }
    } else {
      // Where sizes followed the data, they stand before it now.
      for (const at of [16, 20, 24]) head.writeUInt32LE(record.readUInt32LE(at), at - 2);
      if (part.size !== data.length) data = data.subarray(0, part.size);
    }
    head.writeUInt16LE(head.readUInt16LE(6) & ~8, 6);
    record.writeUInt16LE(record.readUInt16LE(8) & ~8, 8);
    record.writeUInt32LE(written, 42);
    records.push(record);
    put(head);
    put(data);
  }
  const directory = Buffer.concat(records);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(written, 16);
  put(directory);
  put(tail);
}

run().catch(tellErrors);
