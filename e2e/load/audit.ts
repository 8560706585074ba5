import lighthouse from "lighthouse";
import { withBrowser } from "./browser";

/** Scores of 0 to 100; `fcp`, `lcp`, `tbt` in milliseconds, `cls` without a unit, `bytes` of everything that was loaded. */
export type Scores = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  cls: number;
  fcp: number;
  lcp: number;
  tbt: number;
  bytes: number;
};

/** One visit; `failed` names the audits apart from performance that are not perfect. */
export type Audit = { scores: Scores; failed: string[] };

export type Visit = { path: string; cookie?: string | undefined };

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Lighthouse's mobile preset (its default) on one address, in a browser of its own. Throws when it could not measure. */
export async function audit(chromium: string, origin: string, { path, cookie }: Visit): Promise<Audit> {
  const report = await visited(chromium, `${origin}${path}`, cookie);
  const score = (id: string) => Math.round((report.categories[id]?.score ?? 0) * 100);
  const value = (id: string) => report.audits[id]?.numericValue ?? Number.NaN;
  const failed = categories
    .slice(1)
    .flatMap((id) =>
      (report.categories[id]?.auditRefs ?? [])
        .filter(({ weight, id: one }) => weight > 0 && (report.audits[one]?.score ?? 1) < 1)
        .map(({ id: one }) => one),
    );
  return {
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      seo: score("seo"),
      cls: Math.round(value("cumulative-layout-shift") * 1000) / 1000,
      fcp: Math.round(value("first-contentful-paint")),
      lcp: Math.round(value("largest-contentful-paint")),
      tbt: Math.round(value("total-blocking-time")),
      bytes: value("total-byte-weight"),
    },
    failed,
  };
}

/** Now and then Chromium's trace lacks what Lighthouse needs, and it asks to be run again. */
async function visited(chromium: string, address: string, cookie: string | undefined, tries = 3): Promise<Result> {
  const result = await withBrowser(chromium, (port) =>
    lighthouse(address, {
      port,
      logLevel: "silent",
      onlyCategories: [...categories],
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    }),
  );
  const report = result?.lhr;
  if (report && !report.runtimeError) return report;
  if (tries > 1) return visited(chromium, address, cookie, tries - 1);
  throw new Error(`Lighthouse could not measure ${address}: ${report?.runtimeError?.message ?? "no result"}`);
}
