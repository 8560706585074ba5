import { pathToFileURL } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client, Pool } from "pg";
import { closePools, type Database } from "@/db/client";
import { migrate } from "@/db/migrate";
import { categories, products, retailers, users, variants } from "@/db/schema";
import { makeStaff } from "@/db/testing/factories";
import { setEnv, toolEnv } from "@/lib/platform/env";
import { listSoldProducts } from "@/lib/reports/operations/catalog";
import { readDashboard } from "@/lib/reports/operations/dashboard";
import { sweepFigures } from "@/lib/reports/rebuild";
import { move, placeInPast, tellPlaced } from "@/lib/reports/testing/history";
import { settle } from "@/lib/reports/testing/settle";
import { actingAs } from "@/lib/web/testing/context";
import { carriage, type RawRow, readRaw, reckon } from "./online-retail-raw";

export const folder = "/work/shared/data/orders/online-retail-by-day";
const handle = "online-retail";
const handedOver = ["confirmed", "preparing", "ready_for_pickup", "picked_up", "returned"] as const;

type Loaded = Record<"orders" | "returns" | "whole" | "free" | "noSale" | "noGoods" | "carried", number>;
type Good = { productId: number; variantId: number };

/** A shop in London that sells everything in the files, in a category for each first letter of the codes. */
async function makeShop(owner: Database, rows: readonly RawRow[]) {
  const [shop] = await owner
    .insert(retailers)
    .values({ handle, name: "Online Retail", country: "GB", timezone: "Europe/London", status: "active" })
    .returning();
  const named = new Map(rows.filter(({ code }) => !carriage.has(code)).map(({ code, name }) => [code, name || code]));
  const letters = [...new Set([...named.keys()].map((code) => code.slice(0, 1)))].sort();
  const made = await owner
    .insert(categories)
    .values(letters.map((letter) => ({ name: `Codes in ${letter}`, slug: `codes-${letter.toLowerCase()}` })))
    .returning();
  const categoryOf = new Map(made.map(({ id }, index) => [letters[index], id]));
  const goods = new Map<string, Good>();
  const codes = [...named];
  while (codes.length) {
    const part = codes.splice(0, 500);
    const inserted = await owner
      .insert(products)
      .values(
        part.map(([code, name]) => ({
          retailerId: shop!.id,
          categoryId: categoryOf.get(code.slice(0, 1)),
          key: code,
          slug: `online-retail-${code.toLowerCase()}`,
          name,
          status: "published" as const,
        })),
      )
      .returning({ id: products.id, key: products.key });
    const stocked = await owner
      .insert(variants)
      .values(inserted.map(({ id }) => ({ productId: id, retailerId: shop!.id, price: 100, stock: 10_000_000 })))
      .returning({ id: variants.id, productId: variants.productId });
    const keys = new Map(inserted.map(({ id, key }) => [id, key]));
    for (const { id, productId } of stocked) goods.set(keys.get(productId)!, { productId, variantId: id });
  }
  return { shop: shop!, goods };
}

/** Recognises, in the order of the files, which earlier invoice a return takes back as a whole. */
function wholeReturns(invoices: ReadonlyMap<string, RawRow[]>): Map<string, string> {
  const open = new Map<string, string[]>();
  const found = new Map<string, string>();
  for (const [id, lines] of invoices) {
    const { customer } = lines[0]!;
    if (!customer) continue;
    const goods = lines.map(({ code, quantity, price }) => [code, Math.abs(quantity), price].join());
    const key = JSON.stringify([customer, goods.sort()]);
    if (!id.startsWith("C")) open.set(key, [...(open.get(key) ?? []), id]);
    else {
      const [first, ...rest] = open.get(key) ?? [];
      if (!first) continue;
      found.set(id, first);
      open.set(key, rest);
    }
  }
  return found;
}

/**
 * Loads invoices as orders, each by the statements of a submit in a transaction of its own, so that every trigger does
 * what it does for a shopper; then they are put back in time, moved along and told to the relay.
 */
async function load(owner: Database, rows: readonly RawRow[]): Promise<Loaded> {
  const { shop, goods } = await makeShop(owner, rows);
  const [buyer] = await owner.insert(users).values({ name: "Past buyer", email: "past@example.com" }).returning();
  const tally: Loaded = { orders: 0, returns: 0, whole: 0, free: 0, noSale: 0, noGoods: 0, carried: 0 };
  const sold = rows.filter((row) => (row.invoice.startsWith("C") ? row.quantity < 0 : row.quantity > 0));
  tally.noSale = rows.length - sold.length;
  const invoices = Map.groupBy(sold, ({ invoice }) => invoice);
  for (const [id, lines] of invoices) {
    if (lines.some(({ code }) => !carriage.has(code))) continue;
    invoices.delete(id);
    tally.noGoods += 1;
  }
  const whole = wholeReturns(invoices);
  const ids = new Map<string, number>();
  for (const [invoice, lines] of invoices) {
    const taken = whole.get(invoice);
    if (taken !== undefined) {
      for (const status of handedOver) await move(owner, ids.get(taken)!, status);
      tally.whole += 1;
      continue;
    }
    const carried = lines.filter(({ code }) => carriage.has(code));
    const bought = lines.filter(({ code }) => !carriage.has(code));
    tally.carried += carried.length;
    tally.free += bought.filter(({ price }) => price === 0).length;
    const id = await placeInPast(owner, {
      retailerId: shop.id,
      userId: buyer!.id,
      at: new Date(`${lines[0]!.at.replace(" ", "T")}Z`),
      shipping: carried.reduce((sum, { quantity, price }) => sum + Math.abs(quantity) * price, 0),
      lines: bought.map(({ code, name, quantity, price }) => ({
        ...goods.get(code)!,
        name: name || code,
        quantity: Math.abs(quantity),
        price,
      })),
    });
    ids.set(invoice, id);
    await tellPlaced(owner, [id]);
    if (invoice.startsWith("C")) {
      for (const status of handedOver) await move(owner, id, status);
      tally.returns += 1;
    } else tally.orders += 1;
  }
  return tally;
}

const said = (tally: Loaded) => [
  `${tally.orders} invoices became orders. ${tally.free} of their lines cost nothing: pieces without revenue.`,
  `${tally.whole} returns took a whole earlier invoice back: that order is returned, out of the day it was placed on.`,
  `${tally.returns} returns were of a part, or of what was bought before the first file. An order of the market is returned
  as a whole, so each became an order of its own that was placed and returned: it counts nowhere, and takes nothing from others.`,
  `${tally.noSale} rows have a negative quantity without being a return (what was broken or lost): no sale, left out.`,
  `${tally.carried} rows of carriage (POST, DOT, C2) became shipping; ${tally.noGoods} invoices of carriage alone were left out.`,
];

/** What the dashboards tell, in the shape of what the files add up to. */
async function told(owner: Database, span: { from: string; to: string }) {
  const supervisor = () => actingAs(staff);
  const staff = await makeStaff(owner, "supervisor");
  const asked = { ...span, retailer: handle };
  const view = await readDashboard.call(supervisor(), asked);
  const sold: [string, { units: number; revenue: number }][] = [];
  const keys = new Map(
    (await owner.select({ id: products.id, key: products.key }).from(products)).map((row) => [row.id, row.key]),
  );
  let after: string | null = null;
  do {
    const { items, page }: Awaited<ReturnType<typeof listSoldProducts.call>> = await listSoldProducts.call(
      supervisor(),
      {
        ...asked,
        pageSize: 100,
        ...(after && { after }),
      },
    );
    for (const { product, units, revenue } of items)
      sold.push([keys.get(product)!, { units: units.now, revenue: revenue!.amount }]);
    after = page.next;
  } while (after);
  return { view, sold: new Map(sold) };
}

/** What the dashboards and the files do not agree on, in words; nothing when they do. */
function differences(rows: readonly RawRow[], { view, sold }: Awaited<ReturnType<typeof told>>): string[] {
  const found: string[] = [];
  const compare = (what: string, dashboard: unknown, files: unknown) => {
    const [a, b] = [JSON.stringify(dashboard), JSON.stringify(files)];
    if (a !== b) found.push(`${what}: the dashboard says ${a}, the files ${b}`);
  };
  const { days, products: byCode } = reckon(rows);
  const none = { placed: 0, orders: 0, units: 0, revenue: 0 };
  for (const { day, placed, orders, units, revenue } of view.days) {
    const { shipping: _, ...files } = { shipping: 0, ...(days.get(day) ?? none) };
    compare(
      day,
      { placed, orders, units, revenue: revenue.amount },
      { placed: files.placed, orders: files.orders, units: files.units, revenue: files.revenue },
    );
  }
  const all = [...days.values()];
  const sum = (of: (day: (typeof all)[number]) => number) => all.reduce((total, day) => total + of(day), 0);
  const { totals } = view;
  compare(
    "revenue",
    totals.revenue.now.amount,
    sum(({ revenue }) => revenue),
  );
  compare(
    "shipping",
    totals.shipping.now.amount,
    sum(({ shipping }) => shipping),
  );
  compare(
    "orders",
    totals.orders.now,
    sum(({ orders }) => orders),
  );
  compare(
    "average basket",
    totals.average.now?.amount,
    Math.round(sum(({ revenue }) => revenue) / sum(({ orders }) => orders)),
  );
  compare("products that sold", sold.size, byCode.size);
  for (const [code, files] of byCode) compare(code, sold.get(code), files);
  const byLetter = new Map<string, number>();
  for (const [code, { revenue }] of byCode)
    byLetter.set(`Codes in ${code[0]}`, (byLetter.get(`Codes in ${code[0]}`) ?? 0) + revenue);
  for (const { category, revenue } of view.categories)
    if (category) compare(category.name, revenue.now.amount, byLetter.get(category.name));
  return found;
}

/**
 * Loads days of the files as orders, has the relay keep the figures, and compares the dashboards with the files.
 * @param owner of a migrated database without such a shop
 * @returns what was done with the rows, and whatever does not agree
 */
export async function proveOnlineRetail(owner: Database, most?: number) {
  const rows = readRaw(folder, most);
  const tally = await load(owner, rows);
  await settle(owner);
  await sweepFigures();
  const days = rows.map(({ at }) => at.slice(0, 10)).sort();
  const shown = await told(owner, { from: days[0]!, to: days.at(-1)! });
  return { rows: rows.length, said: said(tally), view: shown.view, differences: differences(rows, shown) };
}

/** In a database of its own on the server of DATABASE_URL, which is gone afterwards. */
async function main(): Promise<void> {
  const server = toolEnv("DATABASE_URL");
  if (!server) throw new Error("Set DATABASE_URL to a server on which this may make a database of its own.");
  const most = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);
  const name = `online_retail_${process.pid}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database "${name}"`);
  setEnv({ DATABASE_URL: url, CHARSU_DB_ROLE_PREFIX: name, CHARSU_ENV: "test" });
  const pool = new Pool({ connectionString: url });
  pool.on("error", () => undefined);
  try {
    await migrate(url);
    const { rows, said: lines, view, differences: found } = await proveOnlineRetail(drizzle(pool), most);
    console.log(`${rows} rows read.\n${lines.join("\n")}`);
    for (const { day, orders, revenue } of view.days) console.log(`${day}  ${orders} orders  ${revenue.formatted}`);
    console.log(`${view.totals.orders.now} orders, ${view.totals.revenue.now.formatted} (pounds in the files).`);
    console.log(
      found.length ? found.join("\n") : "The dashboards and the files agree: each day, product and category.",
    );
    process.exitCode = found.length ? 1 : 0;
  } finally {
    await closePools();
    await pool.end();
    await admin.query(`drop database "${name}" with (force)`);
    const { rows } = await admin.query<{ rolname: string }>("select rolname from pg_roles where rolname like $1", [
      `${name}%`,
    ]);
    for (const { rolname } of rows) await admin.query(`drop role "${rolname}"`);
    await admin.end();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
