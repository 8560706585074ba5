import { mkdir, writeFile } from "node:fs/promises";
import { measureBackOffice, missed } from "@/e2e/load/back-office";
import { stopHelpers } from "@/e2e/load/helper";
import { loadHttp } from "@/e2e/load/http-load";
import { compareIdentifiers } from "@/e2e/load/identifiers";
import { type MarketSample, sampleMarket } from "@/e2e/load/market";
import type { Comparison, Measured } from "@/e2e/load/measured";
import { type PrivateShop, privateShop } from "@/e2e/load/private-shop";
import { get, post } from "@/e2e/load/requests";
import { loadSubmit } from "@/e2e/load/submit-load";
import { table } from "@/e2e/load/table";
import { weigh } from "@/e2e/load/weigh";
import { explain } from "./explain";
import { say, step } from "./progress";
import { onShutdown } from "./shutdown";

const BARE = "/dev/bare";
const RESULT = ".data/bench.json";
/** Visited in turn: what one address alone would win by being the last one asked for, nobody wins in a shop. */
const addresses = 20;

const pages = {
  home: () => ["/"],
  category: ({ categories }: MarketSample) => categories,
  product: ({ products }: MarketSample) => products,
  search: ({ searches }: MarketSample) => searches,
};
const isPage = (name: string): name is keyof typeof pages => name in pages;
const names = [...Object.keys(pages), "add-to-cart", "submit", "identifiers", "back-office"];
/** Measured by themselves: they compare no address of the shop with its floor. */
const apart = ["identifiers", "back-office"];

async function measure(name: string, shop: PrivateShop, market: MarketSample): Promise<Comparison[]> {
  if (name === "submit") return [await loadSubmit(shop)];
  if (name === "add-to-cart") {
    const adding = market.variants.map((variantId) => post("/api/cart/add_item", { variantId, quantity: 1 }));
    return [await loadHttp(name, shop, adding)];
  }
  if (!isPage(name)) return [];
  const paths = pages[name](market);
  const results: Comparison[] = [];
  for (const encoding of ["identity", "gzip"]) {
    const visits = paths.map((path) => get(path, encoding));
    results.push(await loadHttp(`${name}, ${encoding}`, shop, visits));
  }
  return results;
}

function report(results: readonly Comparison[]): string {
  const cells = ({ perSecond, p50, p99, processor }: Measured) => [perSecond, p50, p99, processor];
  const columns = ["requests/s", "p50 ms", "p99 ms", "CPU ms"];
  return table(
    ["", ...columns, "floor:", ...columns, "ratio"],
    results.map(({ name, charsu, floor, ratio }) => [name, ...cells(charsu), "", ...cells(floor), ratio]),
  );
}

const shop = privateShop();
async function stopAll(): Promise<void> {
  stopHelpers();
  await shop.close();
}

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new Error(`No benchmark ${JSON.stringify(unknown)}; there are: ${names.join(", ")}`);
  const open = await shop.open();
  const market = await sampleMarket(open.databaseUrl, addresses);
  // A large market takes minutes to fill, and makes every other measurement one of a large market.
  const chosen = names.filter((name) => (wanted.length ? wanted.includes(name) : name !== "back-office"));
  const results: Comparison[] = [];
  for (const name of chosen.filter((each) => !apart.includes(each))) {
    await step(`measuring ${name}`, async () => results.push(...(await measure(name, open, market))));
  }
  const weighed = chosen.filter(isPage).map((name) => ({ name, path: pages[name](market)[0]! }));
  const paths = weighed.map(({ path }) => path);
  const weights = paths.length ? await weigh(open.origin, BARE, paths) : [];
  if (results.length)
    say(
      `\nFloors: bare node:http answering the same bytes; for submit, the same SQL in a bare pg loop\n\n${report(results)}`,
    );
  if (weights.length) {
    const rows = weights.map((each, at) => [weighed[at]!.name, each.html, each.gzip, each.script, each.ownScript]);
    say(`\n${table(["bytes", "HTML", "HTML gzip", "script gzip", "own script gzip"], rows)}`);
  }
  const likeness = chosen.includes("identifiers")
    ? await step("comparing addresses that have an account with such that have none", () => compareIdentifiers(open))
    : [];
  if (likeness.length) {
    const rows = likeness.map(({ door, known, unknown, again, status }) => [door, status, known, unknown, again]);
    say(`\n${table(["median ms", "status", "known", "unknown", "unknown again"], rows)}`);
  }
  const visited = chosen.includes("back-office") ? await measureBackOffice(open) : [];
  if (visited.length) {
    const rows = visited.map((each) => [
      `${each.who} ${each.path}`,
      each.status,
      each.median,
      each.slowest,
      each.scanned,
    ]);
    say(`\n${table(["first page", "status", "median ms", "slowest ms", "read whole (times a visit)"], rows)}`);
    const misses = missed(visited);
    say(
      misses.length
        ? `\nMissed:\n  ${misses.join("\n  ")}`
        : "\nAll within 200 ms, and nothing that grows is read whole",
    );
  }
  await mkdir(".data", { recursive: true });
  await writeFile(
    RESULT,
    `${JSON.stringify({ at: new Date().toISOString(), results, weights, likeness, visited }, null, 2)}\n`,
  );
  say(`\nWritten to ${RESULT}`);
}

onShutdown(stopAll);
let code = 0;
try {
  await main(process.argv.slice(2));
} catch (error) {
  code = 1;
  say(explain(error));
}
await stopAll();
process.exit(code);
