import { direction } from "@/lib/platform/messages";

/** Ends of lines, control characters, and marks that turn the direction of what follows; joiners are letters' own. */
const DISTURBING = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * What somebody typed, fit to stand within a sentence of `locale`: on one line, and where directions meet set apart so
 * that neither turns the other (FSI and PDI of Unicode's bidirectional algorithm).
 */
export function inline(text: string, locale: string): string {
  const plain = text.replace(DISTURBING, " ").trim();
  return plain && (direction(locale) === "rtl" || RIGHT_TO_LEFT.test(plain)) ? `\u2068${plain}\u2069` : plain;
}
