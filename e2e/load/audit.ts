import lighthouse from "lighthouse";
import { withBrowser } from "./browser";

/** Scores of 0 to 100; `lcp` in milliseconds, `cls` without a unit, `bytes` of everything that was loaded. */
export type Scores = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  cls: number;
  lcp: number;
  bytes: number;
};

/** One visit; `failed` names the audits apart from performance that are not perfect. */
export type Audit = { scores: Scores; failed: string[] };

export type Visit = { path: string; cookie?: string | undefined };

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Lighthouse's mobile preset (its default) on one address, in a browser of its own. Throws when it could not measure. */
export async function audit(chromium: string, origin: string, { path, cookie }: Visit): Promise<Audit> {
  const result = await withBrowser(chromium, (port) =>
    lighthouse(`${origin}${path}`, {
      port,
      logLevel: "silent",
      onlyCategories: [...categories],
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    }),
  );
  const report = result?.lhr;
  if (!report || report.runtimeError) {
    throw new Error(`Lighthouse could not measure ${path}: ${report?.runtimeError?.message ?? "no result"}`);
  }
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
      lcp: Math.round(value("largest-contentful-paint")),
      bytes: value("total-byte-weight"),
    },
    failed,
  };
}
