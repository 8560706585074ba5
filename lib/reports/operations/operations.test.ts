import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { readXlsx } from "hucre";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { basketStarts, retailers, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeStaff } from "@/db/testing/factories";
import { plansOf, statementsOf } from "@/db/testing/statements";
import { addItem, removeItem, updateItem } from "@/lib/cart/operations";
import { nobody, type StaffRole } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import type { Operation } from "@/lib/web/operation";
import { actingAs, freshIp } from "@/lib/web/testing/context";
import { makeCells } from "../cells";
import { selectProducts } from "../queries/products";
import { selectSoldDays, selectSoldLines, selectSoldOrders } from "../queries/rows";
import { selectCategories, selectDays, selectRetailers } from "../queries/sales";
import type { Scope } from "../queries/scope";
import { rebuildFigures } from "../rebuild";
import { fileRows, plainText } from "../rules/files";
import { tablesOf } from "../rules/tables";
import { makeStall, sellSome, week } from "../testing/market";
import { listSoldProducts, readCatalogFigures } from "./catalog";
import { readDashboard } from "./dashboard";
import { dashboardFile } from "./files";
import { listSoldDays, listSoldLines, listSoldOrders } from "./rows";

type Stall = Awaited<ReturnType<typeof makeStall>>;

describe.skipIf(!hasDatabase)("dashboards", () => {
  const { owner, url } = useTestDatabase();
  const people = {} as Record<StaffRole | "mine" | "theirs", Awaited<ReturnType<typeof makeStaff>>>;
  let mine: Stall;
  let theirs: Stall;
  const as = (who: keyof typeof people) => actingAs(people[who]);

  beforeAll(async () => {
    mine = await makeStall(owner());
    theirs = await makeStall(owner());
    for (const role of ["product_manager", "operator", "supervisor", "admin"] as const)
      people[role] = await makeStaff(owner(), role);
    people.mine = (await makeMember(owner(), mine.shop.id)) as never;
    people.theirs = (await makeMember(owner(), theirs.shop.id, "staff")) as never;
    await sellSome(owner(), mine);
    await sellSome(owner(), theirs);
    await rebuildFigures();
  });

  const amounts = ({ now, before }: { now: { amount: number } | null; before: { amount: number } | null }) => [
    now?.amount,
    before?.amount,
  ];

  it("tell a shop what it sold, beside the days before", async () => {
    const view = await readDashboard.call(as("mine"), week);
    expect(view.scope).toMatchObject({
      period: null,
      span: week,
      compared: { from: "2026-05-02", to: "2026-05-08" },
      shop: { handle: mine.shop.handle },
      shops: [{ handle: mine.shop.handle }],
    });
    const { totals } = view;
    expect(amounts(totals.revenue)).toEqual([2000 + 1233 + 750, 1000]);
    expect(amounts(totals.shipping)).toEqual([3 * 490, 490]);
    expect(amounts(totals.average)).toEqual([1328, 1000]);
    expect([totals.orders, totals.placed, totals.units]).toEqual([
      { now: 3, before: 1 },
      { now: 4, before: 1 },
      { now: 11, before: 1 },
    ]);
    expect(totals.conversion).toEqual({ now: null, before: null });
    expect(view.days.map(({ day, revenue, orders }) => [day, revenue.amount, orders])).toEqual([
      ["2026-05-09", 0, 0],
      ["2026-05-10", 0, 0],
      ["2026-05-11", 3233, 2],
      ["2026-05-12", 0, 0],
      ["2026-05-13", 0, 0],
      ["2026-05-14", 750, 1],
      ["2026-05-15", 0, 0],
    ]);
    expect(view.days[1]!.before).toMatchObject({ day: "2026-05-03", revenue: { amount: 1000 } });
    expect(view.retailers).toEqual([]);
  });

  it("tell a category's sales with those of all that stands in it", async () => {
    const roots = await readDashboard.call(as("mine"), week);
    const told = (view: typeof roots) =>
      view.categories.map(({ kind, category, units, revenue }) => [kind, category?.name, units, revenue.now.amount]);
    expect(told(roots)).toEqual([
      ["named", mine.above.name, 4, 3233],
      ["none", undefined, 7, 750],
    ]);
    const inner = await readDashboard.call(as("mine"), { ...week, category: mine.above.slug });
    expect(told(inner)).toEqual([["named", mine.category.name, 4, 3233]]);
    const leaf = await readDashboard.call(as("mine"), {
      ...week,
      category: `${mine.above.slug}/${mine.category.slug}`,
    });
    expect(told(leaf)).toEqual([["here", undefined, 4, 3233]]);
    expect(await readDashboard.safe(as("mine"), { ...week, category: "nowhere" })).toMatchObject({
      error: { status: 404 },
    });
  });

  it("add up: each figure is the sum of the rows that it opens", async () => {
    for (const [who, asked] of [
      ["mine", week],
      ["supervisor", week],
      ["admin", { ...week, retailer: mine.shop.handle }],
    ] as const) {
      const { totals, days, retailers: shops, categories } = await readDashboard.call(as(who), asked);
      const all = async <T>(operation: Operation, over: object = {}) => {
        const items: T[] = [];
        let after: string | null | undefined;
        do {
          const page = (await operation.call(as(who), { ...asked, ...over, pageSize: 2, ...(after && { after }) })) as {
            items: T[];
            page: { next: string | null };
          };
          items.push(...page.items);
          after = page.page.next;
        } while (after);
        return items;
      };
      type Priced = { revenue: { amount: number } };
      const sum = (rows: Priced[]) => rows.reduce((total, { revenue }) => total + revenue.amount, 0);
      const orders = await all<Priced & { day: string; number: string }>(listSoldOrders);
      expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
      expect([orders.length, sum(orders)]).toEqual([totals.orders.now, totals.revenue.now.amount]);
      expect(await all(listSoldOrders, { state: "placed" })).toHaveLength(totals.placed.now);
      expect(await all(listSoldOrders, { state: "undone" })).toHaveLength(totals.placed.now - totals.orders.now);
      for (const { day, revenue } of days)
        expect(sum(orders.filter((order) => order.day === day)), day).toBe(revenue.amount);
      const byDay = await all<Priced & { placed: number; day: string }>(listSoldDays);
      expect([sum(byDay), byDay.reduce((total, { placed }) => total + placed, 0)]).toEqual([
        totals.revenue.now.amount,
        totals.placed.now,
      ]);
      const sold = await all<{ product: number; units: { now: number }; revenue: { amount: number } }>(
        listSoldProducts,
      );
      expect(sum(sold)).toBe(totals.revenue.now.amount);
      expect(sold.map(({ units }) => units.now)).toEqual(sold.map(({ units }) => units.now).toSorted((a, b) => b - a));
      for (const { product, units, revenue } of sold) {
        const lines = await all<Priced & { quantity: number }>(listSoldLines, { product });
        expect([lines.reduce((total, { quantity }) => total + quantity, 0), sum(lines)]).toEqual([
          units.now,
          revenue.amount,
        ]);
      }
      for (const parts of [shops, categories]) {
        const whole = parts.reduce((total, { revenue }) => total + revenue.now.amount, 0);
        if (parts.length) expect(whole).toBe(totals.revenue.now.amount);
      }
    }
  });

  it("never tell a shop of another one's", async () => {
    const dashboard = await readDashboard.call(as("theirs"), week);
    const catalog = await readCatalogFigures.call(as("theirs"), week);
    const told = JSON.stringify([dashboard, catalog]);
    expect(told).toContain(theirs.shop.handle);
    expect(told).not.toContain(mine.shop.handle);
    for (const operation of [readDashboard, readCatalogFigures, listSoldOrders, listSoldProducts, listSoldDays]) {
      const answer = await operation.safe(as("theirs"), { ...week, retailer: mine.shop.handle });
      expect(answer, operation.name).toMatchObject({ ok: false, error: { status: 404 } });
    }
    const lines = await listSoldLines.call(as("theirs"), { ...week, product: mine.goods[0]!.productId });
    expect(lines.items).toEqual([]);
    const rows = await transaction({ tier: "retailer", userId: people.theirs.id }, async (tx) => [
      ...(
        await tx.execute(sql`select retailer_id from sales_by_day union select retailer_id from product_sales_by_day`)
      ).rows,
      ...(
        await tx.execute(
          sql`select retailer_id from category_sales_by_day union select retailer_id from baskets_by_day`,
        )
      ).rows,
    ]);
    expect(new Set(rows.map((row) => row.retailer_id))).toEqual(new Set([theirs.shop.id]));
  });

  it("tell keepers of the catalog pieces without money, and operators no revenue either", async () => {
    for (const who of ["product_manager", "operator"] as const) {
      const { best } = await readCatalogFigures.call(as(who), { ...week, retailer: mine.shop.handle });
      expect(best.map(({ units, revenue }) => [units.now, revenue])).toEqual([
        [7, null],
        [3, null],
        [1, null],
      ]);
      for (const operation of [readDashboard, listSoldOrders, listSoldDays, listSoldLines]) {
        const answer = await operation.safe(as(who), { ...week, product: 1 });
        expect(answer, operation.name).toMatchObject({ ok: false, error: { status: 403 } });
      }
      for (const table of ["sales_by_day", "category_sales_by_day", "baskets_by_day"]) {
        const read = transaction({ tier: "staff", userId: people[who].id }, (tx) =>
          tx.execute(sql`select 1 from ${sql.identifier(table)}`),
        );
        await expect(read, table).rejects.toMatchObject({ cause: { code: "42501" } });
      }
      const money = transaction({ tier: "staff", userId: people[who].id }, (tx) =>
        tx.execute(sql`select revenue from product_sales_by_day`),
      );
      await expect(money).rejects.toMatchObject({ cause: { code: "42501" } });
    }
    const { best } = await readCatalogFigures.call(as("supervisor"), { ...week, retailer: mine.shop.handle });
    expect(best[1]!.revenue?.amount).toBe(2925);
  });

  it.each(["shop", "retailer", "staff", "supervisor", "admin"] as const)(
    "let the login of the %s write none of them",
    async (tier) => {
      for (const statement of [
        "insert into sales_by_day values (1, '2026-01-01', 1, 1, 1, 1, 1, 'UTC')",
        "update product_sales_by_day set units = 0",
        "delete from category_sales_by_day",
        "update baskets_by_day set begun = 0",
        "update report_state set as_of = now()",
        "delete from basket_starts",
      ]) {
        const write = transaction({ tier, userId: people.admin.id }, (tx) => tx.execute(sql.raw(statement)));
        await expect(write, statement).rejects.toMatchObject({ cause: { code: "42501" } });
      }
    },
  );

  it("say what is nearly sold out by what each shop calls low", async () => {
    await owner().update(retailers).set({ lowStock: 2 }).where(eq(retailers.id, mine.shop.id));
    await owner().update(variants).set({ stock: 2 }).where(eq(variants.id, mine.goods[0]!.variantId));
    await owner().update(variants).set({ stock: 3 }).where(eq(variants.id, mine.goods[1]!.variantId));
    const { low, lowCount } = await readCatalogFigures.call(as("product_manager"), week);
    expect([lowCount, low.map(({ product, stock }) => [product, stock])]).toEqual([1, [[mine.goods[0]!.productId, 2]]]);
  });

  it.each([
    [{ from: "2026-05-09" }, "to"],
    [{ to: "2026-05-09" }, "from"],
    [{ from: "2026-05-09", to: "2026-05-08" }, "to"],
    [{ from: "2025-05-09", to: "2026-05-10" }, "to"],
    [{ from: "2026-02-30", to: "2026-03-01" }, "from"],
    [{ period: "8d" }, "period"],
  ])("refuse %j at its field", async (asked, field) => {
    const answer = await readDashboard.safe(as("admin"), asked);
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
  });

  it("take any cursor that strangers make up", async () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const after of [
      "x",
      made([1, 2]),
      made(["Thu", 1]),
      made(["2026-13-45", 1]),
      made(["2026-05-09", 2 ** 40]),
      made([2 ** 52, -1]),
      made([-3, 2 ** 45]),
    ]) {
      for (const operation of [listSoldOrders, listSoldDays, listSoldProducts, listSoldLines] as Operation[]) {
        const answer = await operation.safe(as("admin"), { ...week, product: mine.goods[0]!.productId, after });
        expect(answer.ok, `${operation.name} ${after}`).toBe(true);
      }
    }
  });

  it("are the same on the screen and in files", async () => {
    for (const who of ["supervisor", "mine", "product_manager"] as const) {
      const sales = who === "product_manager" ? null : await readDashboard.call(as(who), week);
      const catalog = await readCatalogFigures.call(as(who), week);
      const telling = as(who);
      const tables = tablesOf(sales, catalog, telling);
      expect(tables.map(({ key }) => key)).toEqual(
        who === "product_manager"
          ? ["best", "low"]
          : ["totals", "days", ...(who === "mine" ? [] : ["retailers"]), "categories", "best", "low"],
      );
      const book = await dashboardFile({ sales, catalog, telling }, "xlsx");
      const { sheets } = await readXlsx(book!.body as Uint8Array);
      expect(sheets.map(({ name }) => name)).toEqual(tables.map(({ title }) => title));
      for (const [index, table] of tables.entries()) {
        const filled = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map((cell) => cell ?? null));
        const width = table.columns.length;
        const read = sheets[index]!.rows.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? null));
        const wanted = filled(fileRows(table)).map((row) => row.map((cell) => (cell === "" ? null : cell)));
        expect(read.map((row) => row.map((cell) => (cell === "" ? null : cell)))).toEqual(wanted);
        const csv = await dashboardFile({ sales, catalog, telling }, "csv", table.key);
        const lines = parse(csv!.body as string, { bom: true }) as string[][];
        expect(lines).toHaveLength(table.rows.length + 1);
        for (const [place, cells] of table.rows.entries()) {
          for (const [column, cell] of cells.entries()) {
            const found = lines[place + 1]![column]!;
            if (typeof cell.value === "number") expect(Number(found)).toBe(cell.value);
            else expect(found).toBe(cell.value === null ? "" : plainText(cell.value));
            // What is read on the screen has the same digits.
            const digits = (text: string) => text.replace(/[^\d]/g, "");
            if (typeof cell.value === "number" && table.columns[column]!.kind === "money")
              expect(digits(cell.text)).toBe(digits(cell.value.toFixed(table.exponent)));
          }
        }
      }
      expect(await dashboardFile({ sales, catalog, telling }, "csv")).toBeNull();
    }
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx"])("keep %j from being a formula", (text) => {
    expect(plainText(text)).toBe(`'${text}`);
    expect(plainText(`a${text}`)).toBe(`a${text}`);
  });

  it("read neither a table that grows nor sort what an index has in order", async () => {
    const market: Scope = {
      span: week,
      compared: { from: "2026-05-02", to: "2026-05-08" },
      shops: null,
      view: {} as never,
    };
    for (const scope of [market, { ...market, shops: [mine.shop.id] }]) {
      const plans = await plansOf(url(), async (db) => {
        await selectDays(db, scope);
        await selectRetailers(db, scope);
        await selectCategories(db, scope, null);
        await selectProducts(db, scope, { money: true, after: null, limit: 10 });
        for (const state of ["counts", "undone", "placed"] as const)
          await selectSoldOrders(db, scope, { state, after: ["2026-05-12 00:00:00+00", 5], limit: 10 });
        await selectSoldLines(db, scope, { product: mine.goods[0]!.productId, after: 9, limit: 10 });
        await selectSoldDays(db, scope, { after: ["2026-05-12", 5], limit: 10 });
      });
      expect(plans).toHaveLength(9);
      for (const plan of plans) {
        expect(plan).not.toMatch(
          /Seq Scan on (sales_by_day|product_sales|category_sales|baskets_by|orders|order_lines|products|variants)/,
        );
      }
      for (const plan of plans.slice(4, 8)) expect(plan, plan).not.toMatch(/Sort Key: o\.created_at|Sort Key: l\.id/);
    }
  });

  it("take one statement for each thing that they tell, and none for what all of the market's watchers were told just now", async () => {
    const asked = { from: "2026-05-08", to: "2026-05-15" };
    const sent = await statementsOf(() => readDashboard.call(as("supervisor"), asked));
    expect(sent.filter((text) => /\bselect\b/.test(text) && /sales_by_day|retailers/.test(text))).toHaveLength(4);
    const again = await statementsOf(() => readDashboard.call(as("admin"), asked));
    expect(again.filter((text) => /sales_by_day/.test(text))).toEqual([]);
    const own = () => statementsOf(() => readDashboard.call(as("mine"), asked));
    expect((await own()).filter((text) => /sales_by_day/.test(text))).toHaveLength(2);
    expect(
      (await own()).filter((text) => /sales_by_day/.test(text)),
      "a shop's own, always",
    ).toHaveLength(2);
    const pieces = await statementsOf(() => readCatalogFigures.call(as("product_manager"), asked));
    const money = await statementsOf(() => readCatalogFigures.call(as("supervisor"), asked));
    for (const told of [pieces, money])
      expect(told.filter((text) => /product_sales_by_day/.test(text))).toHaveLength(1);
  });

  it("count baskets that begin, whoever puts the first thing of a shop into a cart, and each once", async () => {
    const begun = async () => {
      const rows = await owner().select({ shop: basketStarts.retailerId }).from(basketStarts);
      return rows.map(({ shop }) => (shop === mine.shop.id ? "mine" : "theirs")).sort();
    };
    const [first, second] = mine.goods;
    const [other] = theirs.goods;
    let cart = "";
    const visit = async (work: (context: ReturnType<typeof plainContext>) => Promise<unknown>) => {
      const context = plainContext(nobody, { ip: freshIp() });
      await work(context).catch(() => undefined);
      cart = context.cookies.findLast(({ name }) => name === "cart")?.value ?? cart;
    };
    const add = (variantId: number, quantity = 1) =>
      visit((context) => addItem.call(context, { cart, variantId, quantity }));
    expect(await begun()).toEqual([]);
    await add(first!.variantId, 100_000);
    expect(await begun(), "refused").toEqual([]);
    await add(second!.variantId);
    expect(await begun()).toEqual(["mine"]);
    await add(second!.variantId);
    await add(first!.variantId);
    await visit((context) => updateItem.call(context, { cart, variantId: second!.variantId, quantity: 3 }));
    expect(await begun(), "more of the same shop").toEqual(["mine"]);
    await add(other!.variantId);
    expect(await begun()).toEqual(["mine", "theirs"]);
    for (const { variantId } of [first!, second!])
      await visit((context) => removeItem.call(context, { cart, variantId }));
    await add(first!.variantId);
    expect(await begun(), "anew").toEqual(["mine", "mine", "theirs"]);
    const today = new Date().toISOString().slice(0, 10);
    await makeCells({ retailerId: mine.shop.id, from: today, to: today });
    expect(await begun()).toEqual(["theirs"]);
    const { totals, days } = await readDashboard.call(as("mine"), { period: "7d" });
    expect([totals.baskets.now, totals.conversion.now, days.at(-1)!.baskets]).toEqual([2, 0, 2]);
  });
});
