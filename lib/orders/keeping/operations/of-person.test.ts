import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { makePeople, type People } from "../testing/shop";
import { listKeptOrders } from "./read";

describe.skipIf(!hasDatabase)("orders of one person", () => {
  const { owner } = useTestDatabase();
  let all: People;
  let placed: string[];

  beforeAll(async () => {
    all = await makePeople(owner);
    placed = [await all.place({}), await all.place({ elsewhere: true }), await all.place({})];
    await owner().execute(sql`update orders set status = 'rejected' where number = ${placed[0]!}`);
  });

  const page = (who: Parameters<People["as"]>[0], input: object) =>
    listKeptOrders.call(all.as(who), { person: all.shopper.id, ...input });
  const numbers = async (who: Parameters<People["as"]>[0], input: object = {}) =>
    (await page(who, input)).items.map(({ number }) => number);

  it("are shown newest first whatever their status, page by page", async () => {
    expect(await numbers("operator")).toEqual([...placed].reverse());
    expect(await numbers("supervisor")).toEqual([...placed].reverse());
    const first = await page("operator", { pageSize: 2 });
    expect(first.items.map(({ number }) => number)).toEqual([placed[2], placed[1]]);
    const last = await page("operator", { pageSize: 2, after: first.page.next! });
    expect(last.items.map(({ number }) => number)).toEqual([placed[0]]);
    expect(last.page.next).toBeNull();
  });

  it("are a shop's own for the shop, and nobody else's", async () => {
    expect(await numbers("retailer")).toEqual([placed[2], placed[0]]);
    const { id } = await makeUser(owner());
    expect(await numbers("operator", { person: id })).toEqual([]);
  });
});
