import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember } from "@/db/testing/factories";
import { drain } from "@/lib/relay/testing/queue";
import { actingAs } from "@/lib/web/testing/context";
import { useImportShop } from "../testing/import-shop";
import { chooseUpload, readUploadColumns } from "./operations/choose";
import { readUpload } from "./operations/read";
import { receiveUpload } from "./operations/receive";
import { bring, confirmed, rowsOf, stream } from "./testing/bring";

describe.skipIf(!hasDatabase)("reading an upload", () => {
  const { owner } = useTestDatabase();
  const { shop, productOf, variantsOf } = useImportShop(owner);
  let member: ReturnType<typeof actingAs>;
  beforeEach(async () => {
    member = actingAs(await makeMember(owner(), shop().id, "staff"));
  });
  const german = [
    ["Artikelnummer", "Bezeichnung", "VK", "Lager"],
    ["A-1", "Kanne", "19,90", "3"],
    ["A-2", "Tasse", "7,50", "12"],
  ];
  const meaning = ["sku", "name", "price", "stock"] as const;

  it("asks for the columns of a file that nobody knows, and knows the next one of that shape", async () => {
    const upload = await bring(member, shop().id, german);
    expect(upload).toMatchObject({ status: "mapping", layout: null, planned: null });
    const asked = await readUploadColumns.call(member, { id: upload.id });
    expect(asked).toMatchObject({
      headerRow: 1,
      columns: [{ name: "Artikelnummer", samples: ["A-1", "A-2"] }, {}, {}, {}],
    });
    await chooseUpload.call(member, { id: upload.id, headerRow: 1, columns: [...meaning] });
    await drain();
    expect(await readUpload.call(member, { id: upload.id })).toMatchObject({
      status: "ready",
      layout: "own",
      planned: { created: 2, failed: 0 },
    });
    await confirmed(member, upload.id);
    expect((await variantsOf("kanne"))[0]).toMatchObject({ sku: "A-1", price: 1990, stock: 3 });
    const next = await bring(member, shop().id, [german[0]!, ["A-1", "Kanne", "18,90", "3"]]);
    expect(next).toMatchObject({ status: "ready", layout: "own", planned: { created: 0, updated: 1 } });
    const other = actingAs(await makeMember(owner(), shop().id + 0, "staff"));
    expect(await bring(other, shop().id, german)).toMatchObject({ status: "ready" });
  });

  it("suggests what columns without a header mean, and reads rows that go on with the one above", async () => {
    const upload = await bring(member, shop().id, [
      ["Home > Kitchen", "9780131103627", "Pot with a lid", "19.90", "20"],
      ["Home > Kitchen", "9780201616224", "Cup", "3.99", "82"],
      ["Home > Bath", "9780596007652", "Soap of laurel", "12.50", "7"],
    ]);
    expect(upload.status).toBe("mapping");
    const { columns, headerRow } = await readUploadColumns.call(member, { id: upload.id });
    expect(headerRow).toBe(0);
    expect(columns.map(({ field }) => field)).toEqual(["category", "sku", "name", "price", "stock"]);
    await chooseUpload.call(member, { id: upload.id, headerRow: 0, columns: columns.map(({ field }) => field ?? "") });
    await drain();
    const read = await readUpload.call(member, { id: upload.id });
    expect(read).toMatchObject({ status: "ready", headerRow: 0, rows: 3, planned: { created: 3 } });
    expect((await rowsOf(member, upload.id))[0]).toBe("1 created The market has no “Home > Kitchen”; it was left out.");
  });

  it.each([
    [{ columns: ["price", "stock"] as const }, 422],
    [{ columns: ["name", "name"] as const }, 422],
    [{ columns: [...meaning], sheet: 4 }, 404],
  ])("refuses %j", async (choice, status) => {
    const upload = await bring(member, shop().id, german);
    const answer = await chooseUpload.safe(member, { id: upload.id, headerRow: 1, ...choice });
    expect(answer).toMatchObject({ ok: false, error: { status } });
    expect(await readUpload.call(member, { id: upload.id })).toMatchObject({ status: "mapping" });
  });

  it("finds the sheet with products, and its header below a title, in a workbook", async () => {
    const content = await writeXlsx({
      sheets: [
        { name: "Notes", rows: [["Prices of spring"]] },
        {
          name: "Goods",
          rows: [
            ["Spring"],
            [null],
            ["handle", "name", "price", "stock"],
            ["tea", "Tea", 4.5, 3],
            ["=1+1", "Sum", 2, 1],
          ],
        },
      ],
    });
    const upload = await bring(member, shop().id, content, { fileName: "spring.xlsx" });
    expect(upload).toMatchObject({ status: "ready", sheet: "Goods", sheets: 2, headerRow: 3, planned: { created: 2 } });
    expect(await confirmed(member, upload.id)).toMatchObject({ status: "done", hasResult: true });
    expect((await variantsOf("tea"))[0]).toMatchObject({ price: 450, stock: 3 });
    expect(await productOf("=1+1")).toMatchObject({ name: "Sum" });
  });

  it("leaves or clears what an empty cell stands for, as was said once", async () => {
    const header = ["handle", "name", "price", "stock", "weight_g", "barcode", "max_quantity", "description"];
    await confirmed(
      member,
      (await bring(member, shop().id, [header, ["tea", "Tea", "4", "9", "80", "123", "5", "Good"]])).id,
    );
    const empty = [header, ["tea", "", "", "", "", "", "", ""]];
    expect(await rowsOf(member, (await bring(member, shop().id, empty)).id)).toEqual(["2 unchanged"]);
    const clearing = await bring(member, shop().id, empty, { emptyCells: "clear" });
    expect(clearing).toMatchObject({ emptyCells: "clear", planned: { updated: 1 } });
    await chooseUpload.call(member, { id: clearing.id, emptyCells: "leave" });
    await drain();
    expect(await readUpload.call(member, { id: clearing.id })).toMatchObject({ planned: { unchanged: 1 } });
    await chooseUpload.call(member, { id: clearing.id, emptyCells: "clear" });
    await drain();
    await confirmed(member, clearing.id);
    expect(await productOf("tea")).toMatchObject({ name: "Tea", description: "" });
    expect((await variantsOf("tea"))[0]).toMatchObject({
      price: 400,
      stock: 9,
      weight: 0,
      barcode: null,
      maxQuantity: null,
    });
  });

  it.each([
    ["json", '[{"name": "Tea"}]', 415],
    ["a web page", "<html><table></table></html>", 415],
    ["a PDF", "%PDF-1.7", 415],
    ["nothing", " \n ", 422],
  ])("refuses %s at the door, and keeps nothing", async (_, content, status) => {
    const before = readdirSync(join(".data", "private"));
    const answer = await receiveUpload.safe(member, {
      retailerId: shop().id,
      fileName: "x.csv",
      file: stream(content),
    });
    expect(answer).toMatchObject({ ok: false, error: { status, errors: [{ field: "file" }] } });
    expect(readdirSync(join(".data", "private")).filter((name) => name.endsWith(".part"))).toEqual(
      before.filter((name) => name.endsWith(".part")),
    );
  });

  it("refuses more than 64 MB while it comes in", async () => {
    const endless = async function* () {
      for (;;) yield new Uint8Array(1024 * 1024).fill(97);
    };
    const answer = await receiveUpload.safe(member, { retailerId: shop().id, fileName: "x.csv", file: endless() });
    expect(answer).toMatchObject({ ok: false, error: { status: 413 } });
  });

  it.each([
    ["a quote that is never closed", 'handle,name\ntea,"Tea\n', "broken_quotes"],
    ["a header without rows", "handle,name,price\n", "empty_file"],
  ])("tells of %s", async (_, content, code) => {
    expect(await bring(member, shop().id, content)).toMatchObject({ status: "refused", problem: { code } });
  });

  const folder = join(process.cwd(), "..", "shared", "data");
  const files = ["shopify", "woocommerce", "seeds", "hostile-xlsx"].flatMap((name) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)).map((file) => `${name}/${file}`) : [],
  );
  it.skipIf(files.length === 0).each(files)("%s is answered", { timeout: 60_000 }, async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const received = await receiveUpload.safe(member, { retailerId: shop().id, fileName: name, file: stream(bytes) });
    if (!received.ok) {
      expect([415, 422]).toContain(received.error.status);
      return;
    }
    const { id } = received.data as { id: number };
    await drain();
    let upload = await readUpload.call(member, { id });
    if (upload.status === "mapping") {
      const { columns, headerRow } = await readUploadColumns.call(member, { id });
      const fields = columns.map(({ field }) => field ?? ("" as const));
      if (!fields.includes("name")) fields[Math.max(0, fields.indexOf(""))] = "name";
      await chooseUpload.call(member, { id, headerRow, columns: fields });
      await drain();
      upload = await readUpload.call(member, { id });
    }
    expect(["ready", "refused"]).toContain(upload.status);
    if (upload.status === "ready") expect((await confirmed(member, id)).status).toBe("done");
  });
});
