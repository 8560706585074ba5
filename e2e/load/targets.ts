import type { Audit, Scores } from "./audit";

/** What a page reached over several visits, and what it should have. */
export type Verdict = { name: string; scores: Scores; failed: string[]; missed: string[] };

const fields = ["performance", "accessibility", "bestPractices", "seo", "cls", "fcp", "lcp", "tbt", "bytes"] as const;

/** The middle value of each figure by itself. */
export function medians(audits: readonly Audit[]): Scores {
  const middle = (field: keyof Scores) => {
    const sorted = audits.map(({ scores }) => scores[field]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return Object.fromEntries(fields.map((field) => [field, middle(field)])) as Scores;
}

/**
 * Holds a page against the bare page of the same build: whole marks but for performance, which may stay 3 points behind;
 * nothing moves; the largest paint comes at most 1.3 times as late.
 */
export function judge(name: string, audits: readonly Audit[], bare: Scores): Verdict {
  const scores = medians(audits);
  const latest = Math.round(bare.lcp * 1.3);
  const missed = [
    ...(["accessibility", "bestPractices", "seo"] as const)
      .filter((field) => !(scores[field] >= 100))
      .map((field) => `${field} ${scores[field]}, not 100`),
    scores.performance >= bare.performance - 3 ? "" : `performance ${scores.performance}, not ${bare.performance - 3}`,
    scores.cls === 0 ? "" : `CLS ${scores.cls}, not 0`,
    scores.lcp <= latest ? "" : `LCP ${scores.lcp} ms, not ${latest}`,
  ].filter(Boolean);
  return { name, scores, failed: [...new Set(audits.flatMap((each) => each.failed))], missed };
}
