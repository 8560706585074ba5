import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "./limits";
import { readSheet } from "./sheet";
import { collect, csvOf, fileOf } from "./testing";

const cells = async (content: string | Uint8Array) =>
  (await collect(readSheet(fileOf(content)))).map((row) => row.cells);
const refusal = (content: string | Uint8Array, limits = {}) =>
  collect(readSheet(fileOf(content), { ...defaultLimits, ...limits })).catch(({ code, row, message }) => ({
    code,
    row,
    message,
  }));

const table = [
  ["handle", "name", "price"],
  ["a", 'Tisch, "groß"; 5 | 6', "12,50"],
  ["b", "Stuhl\nzwei\tZeilen", "7,00"],
  ["c", "", ""],
];

describe("CSV", () => {
  test.each([",", ";", "\t", "|"])("the delimiter %j is found", async (delimiter) => {
    expect(await cells(csvOf(table, delimiter))).toEqual(table);
    expect(await cells(csvOf(table, delimiter).replaceAll(/\n(?=[abc])/g, "\r\n"))).toEqual(table);
  });

  test("a decimal comma is no delimiter, and Excel's hint decides", async () => {
    expect(await cells("name;price\nA;1,50\nB;2,50\nC;3,50")).toEqual([
      ["name", "price"],
      ["A", "1,50"],
      ["B", "2,50"],
      ["C", "3,50"],
    ]);
    expect(await cells("sep=;\nname;a,b,c\nA;1,2,3")).toEqual([
      ["name", "a,b,c"],
      ["A", "1,2,3"],
    ]);
  });

  test.each(["utf8", "utf-16le", "utf-16be", "windows-1252"])(
    "%s is found without a byte order mark",
    async (encoding) => {
      const text = csvOf([
        ["handle", "name"],
        ["kaffee", "Größe: für große Kaffeekännchen, schön geölt"],
        ["the", "thé à la crème brûlée, déjà goûté"],
      ]);
      expect(await cells(iconv.encode(text, encoding))).toEqual(await cells(text));
    },
  );

  test.each(["utf8", "utf-16le", "utf-16be"])("%s is read by its byte order mark, which goes", async (encoding) => {
    expect((await cells(iconv.encode("نام,قیمت\nچای,۱۲", encoding, { addBOM: true })))[0]).toEqual(["نام", "قیمت"]);
  });

  test("windows-1256 and windows-1251 are told apart", async () => {
    const arabic =
      "الاسم,السعر\nقهوة عربية مطحونة طازجة,12\nشاي أخضر من أجود الأنواع,8\nهذا المنتج من المنتجات التي في السوق,3";
    const russian = "название,цена\nСвежемолотый кофе в зёрнах,12\nЧай зелёный крупнолистовой,8";
    expect(await cells(iconv.encode(arabic, "windows-1256"))).toEqual(await cells(arabic));
    expect(await cells(iconv.encode(russian, "windows-1251"))).toEqual(await cells(russian));
  });

  test("a file that is plain ASCII for long and UTF-8 after is UTF-8", async () => {
    const text = `${"name,price\n".repeat(20_000)}é,1`;
    expect((await cells(text)).at(-1)).toEqual(["é", "1"]);
    expect((await cells(iconv.encode(text, "windows-1252"))).at(-1)).toEqual(["é", "1"]);
  });

  test("rows are numbered as a spreadsheet does, ragged ones stay", async () => {
    const rows = await collect(readSheet(fileOf('a,b,c\n\n"x\ny",1\n2,3,4,5\n')));
    expect(rows.filter(({ cells }) => cells.join("") !== "")).toEqual([
      { row: 1, cells: ["a", "b", "c"] },
      { row: 3, cells: ["x\ny", "1"] },
      { row: 4, cells: ["2", "3", "4", "5"] },
    ]);
  });

  test.each([
    ["never closed", 'a,b\n1,2\n3,"4\n5,6\n'],
    ["text after a closed one", 'a,b\n1,2\n"3"x,4\n'],
    ["inside an unquoted cell", 'a,b\n1,2\n5" screen,4\n'],
  ])("a broken quote is refused with its row: %s", async (_, text) => {
    expect(await refusal(text)).toMatchObject({ code: "broken_quotes", row: 3 });
  });

  test("an unclosed quote before a lot of text ends at the limit", async () => {
    expect(await refusal(`a,b\n"1,${"x,y\n".repeat(10_000)}`, { rowCharacters: 1000 })).toMatchObject({
      code: "broken_quotes",
      row: 2,
    });
  });

  test("what any exporter writes is read back", async () => {
    const text = fc
      .string({ unit: fc.constantFrom("a", "é", "ش", "😀", ",", ";", '"', "\n", "\t", "|", "=", "x y"), maxLength: 8 })
      .map((value) => value.trim());
    const rows = fc.array(fc.tuple(text, text, text), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(",", ";", "\t", "|"), async (body, delimiter) => {
        const whole = [["handle", "name", "price"], ...body.map((row) => [`k${row[0]}`, row[1], row[2]])];
        const csv = `sep=${delimiter}\n${csvOf(whole, delimiter)}`;
        expect(await cells(csv)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

describe("files that are refused", () => {
  test.each([
    ["nothing", "", "empty_file"],
    ["blank lines", "\n \n\r\n", "empty_file"],
    ["random bytes", Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256), "unsupported_format"],
    ["a PDF", "%PDF-1.7\n1 0 obj", "unsupported_format"],
    ["a web page", "<html><table><tr><td>handle</td></tr></table>", "unsupported_format"],
    ["JSON", '[{"handle":"a"}]', "unsupported_format"],
    [
      "an old workbook",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]),
      "unsupported_format",
    ],
  ])("%s", async (_, content, code) => {
    expect(await refusal(content)).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  });

  test("a WordPress export, with what to export instead", async () => {
    const found = await refusal('<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/">');
    expect(found).toMatchObject({ code: "unsupported_format", message: expect.stringContaining("Products → Export") });
  });

  test("what is larger than allowed, as it arrives", async () => {
    const chunks = async function* () {
      for (;;) yield new Uint8Array(1024 * 1024).fill(65);
    };
    const reading = collect(readSheet({ name: "endless.csv", bytes: chunks() }, { ...defaultLimits, fileBytes: 3e6 }));
    await expect(reading).rejects.toMatchObject({ code: "too_large" });
    expect(await refusal("a\n".repeat(50), { rows: 10 })).toMatchObject({ code: "too_large" });
    expect(await refusal("a,".repeat(50), { columns: 10 })).toMatchObject({ code: "too_large" });
  });

  test("a path that is not there", async () => {
    await expect(collect(readSheet({ name: "x.csv", path: "/nowhere/x.csv" }))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("a reader that stops early leaves nothing behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sheet-test-"));
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("charsu-import-"));
  writeFileSync(join(folder, "a.csv"), "a,b\n".repeat(100_000));
  for await (const { row } of readSheet({ name: "a.csv", path: join(folder, "a.csv") })) if (row === 3) break;
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith("charsu-import-"));
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
});
