import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx as readWorkbook, writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCsvResults } from "./csv-results";
import { defaultLimits } from "./limits";
import { writeXlsxResults } from "./xlsx";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charsu-results-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function* told(texts: Record<number, string>): AsyncGenerator<[number, string]> {
  for (const [row, text] of Object.entries(texts)) yield [Number(row), text];
}

describe("a CSV file with its results", () => {
  const write = async (content: Buffer, headerRow: number, texts: Record<number, string>) => {
    const paths = { from: join(folder, "in.csv"), to: join(folder, "out.csv") };
    await writeFile(paths.from, content);
    await writeCsvResults(paths, { headerRow, header: "Result" }, told(texts), defaultLimits);
    return readFile(paths.to);
  };

  test("keeps delimiter, ends of lines, quotes and spaces", async () => {
    const out = await write(Buffer.from('sku;name \r\nA;"Tea; green" \r\n\r\nB;Cup'), 1, {
      2: "Created",
      4: "Refused: no; price",
    });
    expect(out.toString()).toBe('sku;name ;Result\r\nA;"Tea; green" ;Created\r\n\r\nB;Cup;"Refused: no; price"\r\n');
  });

  test("keeps its encoding and the mark at its beginning", async () => {
    const latin = await write(
      iconv.encode("sku,name\nA,Käse aus Österreich mit Gewürzen für Zürich\n", "windows-1252"),
      1,
      { 2: "Erstellt für Sie" },
    );
    expect(iconv.decode(latin, "windows-1252")).toBe(
      "sku,name,Result\nA,Käse aus Österreich mit Gewürzen für Zürich,Erstellt für Sie\n",
    );
    const wide = await write(iconv.encode("sku\tname\nA\tچای\n", "utf-16le", { addBOM: true }), 1, { 2: "ساخته شد" });
    expect(wide.subarray(0, 2).toString("latin1")).toBe("\u00ff\u00fe");
    expect(iconv.decode(wide, "utf-16le")).toBe('sku\tname\tResult\nA\tچای\t"ساخته شد"\n'.replaceAll('"', ""));
    const marked = await write(Buffer.from("\u{feff}sku,name\nA,Tea\n"), 1, { 2: "Created" });
    expect(marked.toString()).toBe("\u{feff}sku,name,Result\nA,Tea,Created\n");
  });

  test("fills short rows, and has no header where there was none", async () => {
    expect((await write(Buffer.from("A,Tea,3\nB\n"), 0, { 1: "Created", 2: "Refused" })).toString()).toBe(
      "A,Tea,3,Created\nB,,,Refused\n",
    );
  });

  test("guards what a spreadsheet would work out", async () => {
    const out = await write(Buffer.from('sku,name,stock\nA,"=HYPERLINK(""x"")",-3\n@b,+1+1,2\n'), 1, {
      2: "=x",
      3: "ok",
    });
    expect(out.toString()).toBe('sku,name,stock,Result\nA,"\'=HYPERLINK(""x"")",-3,\'=x\n\'@b,\'+1+1,2,ok\n');
  });
});

describe("a workbook with its results", () => {
  const paths = () => ({
    from: join(folder, "in.xlsx"),
    to: join(folder, "out.xlsx"),
    results: join(folder, "r.jsonl"),
  });
  const write = async (content: Uint8Array, sheet: number, texts: [number, string][]) => {
    const given = paths();
    await writeFile(given.from, content);
    await writeFile(given.results, texts.map((each) => `${JSON.stringify(each)}\n`).join(""));
    await writeXlsxResults(given, { sheet, headerRow: 2, header: "Result" }, defaultLimits);
    return readWorkbook(new Uint8Array(await readFile(given.to)));
  };

  test("stays as it is but for one column of one sheet", async () => {
    const content = await writeXlsx({
      sheets: [
        { name: "Notes", rows: [["Do not touch"], [1, 2, 3]] },
        {
          name: "Goods & more",
          rows: [["Spring"], ["sku", "name", "price"], ["A", "Tea", 4.5], ["B", "Cup <1>"], ["C", null, 3]],
        },
      ],
    });
    const book = await write(content, 1, [
      [3, "Created"],
      [5, 'Refused: "x" < 3 & =1'],
    ]);
    expect(book.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      [
        "Notes",
        [
          ["Do not touch", null, null],
          [1, 2, 3],
        ],
      ],
      [
        "Goods & more",
        [
          ["Spring", null, null, null],
          ["sku", "name", "price", "Result"],
          ["A", "Tea", 4.5, "Created"],
          ["B", "Cup <1>", null, null],
          ["C", null, 3, 'Refused: "x" < 3 & =1'],
        ],
      ].map((each) => each),
    ]);
  });

  test("formulas stay formulas that nobody worked out, and a result never is one", async () => {
    const content = await writeXlsx({
      sheets: [{ name: "S", rows: [["x"], ["sku"], ["A"]], cells: new Map([["2,1", { value: 2, formula: "1+1" }]]) }],
    });
    const book = await write(content, 0, [[3, "=HYPERLINK()"]]);
    const rows = book.sheets[0]!.rows;
    expect(rows[2]!.at(-1)).toBe("=HYPERLINK()");
    expect(JSON.stringify(book.sheets[0]!.cells ? [...book.sheets[0]!.cells] : [])).not.toContain(
      'formula":"HYPERLINK',
    );
  });

  const hostile = join(process.cwd(), "..", "shared", "data", "hostile-xlsx");
  test.skipIf(!existsSync(hostile)).each(existsSync(hostile) ? readdirSync(hostile) : [])(
    "%s is written or refused, and can be read again",
    { timeout: 30_000 },
    async (name) => {
      const content = new Uint8Array(await readFile(join(hostile, name)));
      const known = await readWorkbook(content).catch(() => null);
      const book = await write(content, 0, [[1, "Row one"]]).catch((error) => error);
      if (!known) expect(book).toMatchObject({ name: expect.stringContaining("Error") });
      else
        expect(book.sheets.map(({ name: sheet }: { name: string }) => sheet)).toEqual(
          known.sheets.map((each) => each.name),
        );
    },
  );
});
