import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { products, uploads } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff } from "@/db/testing/factories";
import { actingAs } from "@/lib/web/testing/context";
import { downloadUploadResult } from "./operations/result";
import { bring, confirmed, rowsOf, undone } from "./testing/bring";

const header = ["handle", "name", "sku", "price", "stock", "brand"];
const teas = [
  header,
  ["tea", "Green tea", "T-1", "4.50", "12", ""],
  ["cup", "Cup", "C-1", "9", "3", ""],
  ["bad", "Bad", "B-1", "dear", "3", ""],
];

describe.skipIf(!hasDatabase)("a file from upload to undo", () => {
  const { owner } = useTestDatabase();
  let shop: { id: number };
  let member: ReturnType<typeof actingAs>;
  beforeEach(async () => {
    shop = await makeRetailer(owner());
    member = actingAs(await makeMember(owner(), shop.id, "staff"));
  });
  const catalog = async () =>
    (await owner().select().from(products)).filter(({ retailerId }) => retailerId === shop.id).map(({ key }) => key);

  it("is previewed without writing, written when confirmed, comes back with results, and is undone", async () => {
    const upload = await bring(member, shop.id, teas);
    expect(upload).toMatchObject({
      status: "ready",
      layout: "charsu",
      rows: 3,
      planned: { created: 2, updated: 0, unchanged: 0, failed: 1 },
    });
    expect(await catalog()).toEqual([]);
    const done = await confirmed(member, upload.id);
    expect(done).toMatchObject({ status: "done", rowsDone: 3, tally: { created: 2, failed: 1 }, hasResult: true });
    expect(await catalog()).toEqual(["tea", "cup"]);
    const { path, name } = await downloadUploadResult.call(member, { id: upload.id });
    expect(name).toBe("products-results.csv");
    expect((await readFile(path, "utf8")).split("\n")).toEqual([
      "handle,name,sku,price,stock,brand,Result",
      'tea,"Green tea",T-1,4.50,12,,Created',
      "cup,Cup,C-1,9,3,,Created",
      "bad,Bad,B-1,dear,3,,Refused: The price “dear” is not a price.",
      "",
    ]);
    expect(await undone(member, upload.id)).toMatchObject({
      status: "undone",
      undone: { removed: 2, restored: 0, kept: 0 },
    });
    expect(await catalog()).toEqual([]);
    expect(await owner().select().from(uploads)).not.toEqual([]);
    expect(await rowsOf(member, upload.id)).toHaveLength(3);
  });

  it("is a product manager's for any shop", async () => {
    const manager = actingAs(await makeStaff(owner(), "product_manager"));
    const upload = await bring(manager, shop.id, teas);
    expect(await confirmed(manager, upload.id)).toMatchObject({ status: "done", tally: { created: 2 } });
  });
});
