import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Audit, audit, type Scores, type Visit } from "@/e2e/load/audit";
import { stopBrowsers } from "@/e2e/load/browser";
import { sampleMarket } from "@/e2e/load/market";
import { type PrivateShop, privateShop } from "@/e2e/load/private-shop";
import { table } from "@/e2e/load/table";
import { judge, medians, type Verdict } from "@/e2e/load/targets";
import { findChromium } from "./chromium";
import { explain } from "./explain";
import { say, step } from "./progress";
import { onShutdown } from "./shutdown";

const BARE = "/dev/bare";
const RESULT = ".data/lighthouse.json";
const names = ["home", "category", "product", "cart"] as const;
type Name = (typeof names)[number];

async function visits({ databaseUrl }: PrivateShop): Promise<Record<Name, Visit>> {
  const { categories, products, variants } = await sampleMarket(databaseUrl, 2);
  return {
    home: { path: "/" },
    // The fullest of the smaller ones: a whole page of products.
    category: { path: categories.at(-1)! },
    product: { path: products[0]! },
    cart: { path: "/cart", cookie: `cart=${variants.map((id) => `${id}x1`).join(".")}` },
  };
}

/** Every page once in each round, the bare page first, so that what else the machine does falls on all of them. */
async function rounds(origin: string, pages: readonly [string, Visit][], runs: number): Promise<Map<string, Audit[]>> {
  const chromium = await findChromium();
  const audits = new Map<string, Audit[]>(pages.map(([name]) => [name, []]));
  // The first visit of all renders and fills caches; it is nobody's measurement.
  for (const [, { path }] of pages) await (await fetch(`${origin}${path}`)).arrayBuffer();
  for (let run = 1; run <= runs; run += 1) {
    for (const [name, visit] of pages) {
      await step(`${name}, ${run} of ${runs}`, async (note) => {
        const result = await audit(chromium, origin, visit);
        note(`performance ${result.scores.performance}`);
        audits.get(name)?.push(result);
      });
    }
  }
  return audits;
}

function report(verdicts: readonly Verdict[], bare: Scores): string {
  const cells = (scores: Scores) => [
    scores.accessibility,
    scores.bestPractices,
    scores.seo,
    scores.performance,
    scores.cls,
    scores.fcp,
    scores.lcp,
    scores.tbt,
    scores.bytes,
  ];
  const head = [
    "median",
    "accessibility",
    "best practices",
    "SEO",
    "performance",
    "CLS",
    "FCP ms",
    "LCP ms",
    "TBT ms",
    "bytes",
  ];
  return table(head, [["bare", ...cells(bare)], ...verdicts.map(({ name, scores }) => [name, ...cells(scores)])]);
}

const shop = privateShop();
async function stopAll(): Promise<void> {
  await stopBrowsers();
  await shop.close();
}

/** Returns whether every target was met. */
async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    options: { runs: { type: "string", default: "5" } },
    allowPositionals: true,
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1 || runs > 50)
    throw new Error(`--runs: ${values.runs}; a number from 1 to 50`);
  const unknown = positionals.find((name) => !names.includes(name as Name));
  if (unknown) throw new Error(`No page ${JSON.stringify(unknown)}; there are: ${names.join(", ")}`);
  const chosen = names.filter((name) => !positionals.length || positionals.includes(name));
  const open = await shop.open();
  const all = await visits(open);
  const pages = chosen.map((name): [string, Visit] => [name, all[name]]);
  const audits = await rounds(open.origin, [["bare", { path: BARE }], ...pages], runs);
  const bare = medians(audits.get("bare") ?? []);
  const verdicts = chosen.map((name) => judge(name, audits.get(name) ?? [], bare));
  say(`\n${report(verdicts, bare)}\n`);
  for (const { name, missed, failed } of verdicts) {
    if (missed.length) say(`${name} misses: ${missed.join("; ")}${failed.length ? ` (${failed.join(", ")})` : ""}`);
  }
  await mkdir(".data", { recursive: true });
  await writeFile(RESULT, `${JSON.stringify({ at: new Date().toISOString(), runs, bare, verdicts }, null, 2)}\n`);
  const met = verdicts.every(({ missed }) => !missed.length);
  say(met ? `All targets met. Written to ${RESULT}` : `Written to ${RESULT}`);
  return met;
}

onShutdown(stopAll);
let code = 0;
try {
  code = (await main()) ? 0 : 1;
} catch (error) {
  code = 1;
  say(explain(error));
}
await stopAll();
process.exit(code);
