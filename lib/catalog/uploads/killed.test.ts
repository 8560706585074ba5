import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer } from "@/db/testing/factories";
import { childEnv } from "@/lib/platform/env";
import { actingAs } from "@/lib/web/testing/context";
import npm from "@/package.json";
import { confirmUpload, undoUpload } from "./operations/confirm";
import { readUpload } from "./operations/read";
import { receiveUpload } from "./operations/receive";
import { bring, confirmed } from "./testing/bring";

const megabyte = 1024 * 1024;
const rowCount = 50_000;
const perProduct = 10;
const known = 100;

/** 5,000 products of ten sizes each; the shop has the first of them already, at other prices. */
async function* bigFile(products: number, price: (row: number) => string): AsyncGenerator<Uint8Array> {
  yield Buffer.from("handle,name,option1_name,option1_value,sku,price,stock,description\n");
  for (let product = 0; product < products; product++) {
    let lines = "";
    for (let size = 0; size < perProduct; size++) {
      const row = product * perProduct + size;
      lines += `p-${product},Thing ${product},Size,S${size},SKU-${row},${price(row)},${(row % 50) + 1},"What it is, at some length: ${product}"\n`;
    }
    yield Buffer.from(lines);
  }
}

describe.skipIf(!hasDatabase)("a worker that is killed", () => {
  const { owner } = useTestDatabase();
  const begun: ChildProcess[] = [];
  let peak = 0;

  /** The queue's worker as `npm run worker` starts it. */
  function startWorker(): ChildProcess {
    const [, , ...args] = npm.scripts.worker.split(" ");
    const child = spawn(process.execPath, args, { env: childEnv(), stdio: ["ignore", "ignore", "inherit"] });
    begun.push(child);
    return child;
  }

  /** The most memory that the process has held so far, as the system counts it. */
  async function measure({ pid }: ChildProcess): Promise<void> {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024);
  }

  async function kill(child: ChildProcess): Promise<void> {
    await measure(child);
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
  afterAll(async () => {
    for (const child of begun) if (child.exitCode === null && child.signalCode === null) await kill(child);
  });

  const hashOf = async (retailerId: number) => {
    const { rows } = await owner().execute<{ hash: string }>(sql`
      select md5(string_agg(x::text, '|' order by x::text)) as hash from (
        select p.key, p.name, p.description, v.sku, v.price, v.stock, v.option_values from products p
        join variants v on v.product_id = p.id where p.retailer_id = ${retailerId}) x`);
    return rows[0]?.hash;
  };

  it("leaves every row to be written once, and everything to be undone", { timeout: 600_000 }, async () => {
    const shop = await makeRetailer(owner());
    const member = actingAs(await makeMember(owner(), shop.id));
    const before: string[] = [];
    for await (const chunk of bigFile(known, () => "1.00")) before.push(Buffer.from(chunk).toString());
    const first = await bring(member, shop.id, before.join(""));
    await confirmed(member, first.id);
    const stood = await hashOf(shop.id);

    const { id } = await receiveUpload.call(member, {
      retailerId: shop.id,
      fileName: "big.csv",
      file: bigFile(rowCount / perProduct, (row) => `${(row % 90) + 2}.50`),
    });
    const state = () => readUpload.call(member, { id });
    /** Until that many rows were worked on, or the upload stands where it is wanted. */
    async function until(worker: ChildProcess, reached: (upload: Awaited<ReturnType<typeof state>>) => boolean) {
      for (;;) {
        const upload = await state();
        if (upload.status === "failed" || upload.status === "refused") throw new Error(upload.problem?.message);
        if (reached(upload)) return upload;
        await measure(worker);
        if (worker.exitCode !== null) throw new Error("The worker ended by itself.");
        await new Promise((done) => setTimeout(done, 50));
      }
    }

    let worker = startWorker();
    const ready = await until(worker, ({ status }) => status === "ready");
    expect(ready.planned).toEqual({
      created: rowCount - known * perProduct,
      updated: known * perProduct,
      unchanged: 0,
      failed: 0,
    });
    await confirmUpload.call(member, { id });
    for (let death = 1; death <= 10; death++) {
      await until(worker, ({ rowsDone }) => rowsDone >= (rowCount / 12) * death);
      await kill(worker);
      worker = startWorker();
    }
    const done = await until(worker, ({ status }) => status === "done");
    expect(done.tally).toEqual(ready.planned);
    const { rows } = await owner().execute(sql`
      select count(*)::int as variants, count(distinct v.sku)::int as skus, count(distinct v.product_id)::int as products,
        count(*) filter (where v.price = ((substr(v.sku, 5)::int % 90) + 2) * 100 + 50)::int as priced,
        (select count(*)::int from upload_rows r where r.upload_id = ${id} and r.outcome is not null) as ended,
        (select count(*)::int from stock_ledger l join variants w on w.id = l.variant_id where w.retailer_id = ${shop.id}) as moves,
        (select sum(l.delta)::int from stock_ledger l join variants w on w.id = l.variant_id where w.retailer_id = ${shop.id})
          - sum(v.stock)::int as difference
      from variants v where v.retailer_id = ${shop.id}`);
    expect(rows[0]).toEqual({
      variants: rowCount,
      skus: rowCount,
      products: rowCount / perProduct,
      priced: rowCount,
      ended: rowCount,
      moves: rowCount,
      difference: 0,
    });

    await undoUpload.call(member, { id });
    const undoing = await until(worker, ({ undone }) => (undone?.removed ?? 0) > 1_000);
    expect(undoing.status).toBe("undoing");
    await kill(worker);
    worker = startWorker();
    const undone = await until(worker, ({ status }) => status === "undone");
    expect(undone.undone).toEqual({ removed: rowCount / perProduct - known, restored: known, kept: 0 });
    expect(await hashOf(shop.id)).toBe(stood);
    await kill(worker);
    console.log(`Peak memory of the worker: ${Math.round(peak / megabyte)} MB`);
    expect(peak).toBeGreaterThan(30 * megabyte);
    expect(peak).toBeLessThan(300 * megabyte);
  });
});
