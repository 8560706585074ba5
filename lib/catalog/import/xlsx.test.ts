import { crc32, deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "./limits";
import { readSheet } from "./sheet";
import { collect, fileOf, readAll } from "./testing";

const workbook = (rows: (string | number | boolean | Date | null)[][]) =>
  writeXlsx({ sheets: [{ name: "Products", rows }] });

/** A zip of these parts; `declared` is the size that the directory claims. */
function zip(parts: Record<string, Uint8Array | string>, declared?: number): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string);
    const data = deflateRawSync(bytes);
    const entry = Buffer.alloc(26);
    entry.writeUInt16LE(20, 0);
    entry.writeUInt16LE(8, 4);
    entry.writeUInt32LE(crc32(bytes), 10);
    entry.writeUInt32LE(data.length, 14);
    entry.writeUInt32LE(declared ?? bytes.length, 18);
    entry.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), entry, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), entry, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\u0005\u0006"), end]);
}

const rels = (type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const parts = (sheetData: string, prolog = "") => ({
  "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  "_rels/.rels": rels("officeDocument", "xl/workbook.xml"),
  "xl/_rels/workbook.xml.rels": rels("worksheet", "worksheets/sheet1.xml"),
  "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  "xl/worksheets/sheet1.xml": `${prolog}<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
});
const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

const refusal = (bytes: Uint8Array, limits = {}) =>
  collect(readSheet(fileOf(bytes, "a.xlsx"), { ...defaultLimits, ...limits })).then(
    (rows) => ({ code: "read", message: `${rows.length} rows` }),
    ({ code, message }) => ({ code, message }),
  );

describe("XLSX", () => {
  test("cells become text: numbers as typed, dates as ISO, rows by their numbers", async () => {
    const bytes = await workbook([
      ["handle", "price", "when", "yes"],
      [null],
      ["a", 0.1 + 0.2, new Date("2026-03-01T00:00:00Z"), true],
      ["b", 9780131103627, new Date("2026-03-01T13:30:00Z"), null],
    ]);
    expect(await collect(readSheet(fileOf(bytes, "named.csv")))).toEqual([
      { row: 1, cells: ["handle", "price", "when", "yes"] },
      { row: 3, cells: ["a", "0.3", "2026-03-01", "true"] },
      { row: 4, cells: ["b", "9780131103627", "2026-03-01T13:30:00.000Z"] },
    ]);
  });

  test("formulas are read by their cached value, never computed", async () => {
    const row = `<row r="1">${cell("A1", "name")}<c r="B1"><f>1+1</f><v>7</v></c><c r="C1"><f>HYPERLINK("http://x.test")</f></c></row>`;
    expect(await collect(readSheet(fileOf(zip(parts(row)))))).toEqual([{ row: 1, cells: ["name", "7"] }]);
  });

  test("an error in a cell fails its row", async () => {
    const sheet = `<row r="1">${cell("A1", "name")}${cell("B1", "price")}</row><row r="2">${cell("A2", "Tea")}<c r="B2" t="e"><v>#REF!</v></c></row><row r="3">${cell("A3", "Cup")}<c r="B3"><v>5</v></c></row>`;
    const { products, failures } = await readAll(fileOf(zip(parts(sheet))));
    expect(products.map(({ name }) => name)).toEqual(["Cup"]);
    expect(failures).toEqual(["2 cell_error"]);
  });

  test("is recognized by content, and makes products", async () => {
    const bytes = await workbook([["Our spring list"], [], ["Name", "Price", "Stock"], ["Tea", 4.5, 10]]);
    const { products } = await readAll(fileOf(bytes, "list.csv"));
    expect(products[0]).toMatchObject({ key: "tea", row: 4, variants: [{ price: 450, stock: 10 }] });
  });
});

describe("hostile workbooks end in a clear error", () => {
  test("a bomb, also when it lies about its size", async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    const limits = { unzippedBytes: 8 * 1024 * 1024 };
    expect(await refusal(zip({ "xl/worksheets/sheet1.xml": zeros }), limits)).toMatchObject({ code: "too_large" });
    expect(await refusal(zip({ "xl/worksheets/sheet1.xml": zeros }, 10), limits)).toMatchObject({ code: "too_large" });
  });

  test("entities are not expanded", async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const prolog = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${entities}]>`;
    const rows = await collect(
      readSheet(fileOf(zip(parts(`<row r="1">${cell("A1", "&l9;&f;")}</row>`, prolog)))),
    ).catch(() => []);
    expect(JSON.stringify(rows)).not.toMatch(/lollol|root:/);
  });

  test.each([
    ["a far corner", `<row r="1">${cell("XFD1", "x")}</row>`, "too_large"],
    ["a row beyond the limit", `<row r="1048576">${cell("A1048576", "x")}</row>`, "too_large"],
    ["a column that cannot be", `<row r="1">${cell("ZZZZZZZ1", "x")}</row>`, "unreadable"],
    ["half a sheet", "<row r='1'><c r='A1'><v>1", null],
    ["negative and absent rows", `<row r="-5">${cell("A1", "x")}</row><row r="zzz">${cell("A1", "y")}</row>`, null],
  ])("%s", async (_, sheet, code) => {
    const found = await refusal(zip(parts(sheet)));
    if (code) expect(found.code).toBe(code);
    else expect(["read", "unreadable"]).toContain(found.code);
  });

  test("more than the time or the memory that is allowed", async () => {
    const bytes = await workbook(Array.from({ length: 20_000 }, (_, n) => [`name ${n}`, `text ${n}`.repeat(20)]));
    expect(await refusal(bytes, { milliseconds: 60 })).toMatchObject({ code: "timed_out" });
    expect(await refusal(bytes, { memoryBytes: 40 * 1024 * 1024 })).toMatchObject({ code: "too_large" });
    expect(await refusal(bytes)).toMatchObject({ message: "20000 rows" });
  });

  test("a zip that is no workbook, and one cut short", async () => {
    expect(await refusal(zip({ "a.txt": "hello" }))).toMatchObject({ code: "unreadable" });
    const bytes = await workbook([["name"], ["a"]]);
    for (const length of [30, 300, bytes.length - 30]) {
      expect(await refusal(bytes.subarray(0, length))).toMatchObject({ code: "unreadable" });
    }
  });
});
