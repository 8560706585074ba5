import { AppError, type ErrorCode } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";

type PgError = { code?: string; constraint?: string; cause?: unknown };
type Known = { code: ErrorCode; words: string; retryAfter?: number };

const byConstraint: Record<string, Known> = {
  variants_stock: { code: "out_of_stock", words: "errors.faster" },
  orders_transition: { code: "conflict", words: "errors.moved_on" },
  categories_no_cycle: { code: "conflict", words: "errors.category_cycle" },
};

/** By SQLSTATE. Source: PostgreSQL, appendix A. */
const byState: Record<string, Known> = {
  "23505": { code: "conflict", words: "errors.taken" },
  "23503": { code: "conflict", words: "errors.depended_on" },
  "42501": { code: "forbidden", words: "errors.forbidden" },
  "40P01": { code: "unavailable", words: "errors.busy", retryAfter: 1 },
  "53300": { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  "57014": { code: "unavailable", words: "errors.busy", retryAfter: 2 },
};

/** A constraint that spoke, in words; null for what is not the database's or not foreseen. */
export function databaseError(error: unknown, say: Say): AppError | null {
  for (let at = error as PgError | undefined; at && typeof at === "object"; at = at.cause as PgError | undefined) {
    if (typeof at.code !== "string") continue;
    const known = (at.constraint ? byConstraint[at.constraint] : undefined) ?? byState[at.code];
    if (known) {
      const details = known.retryAfter === undefined ? {} : { retryAfter: known.retryAfter };
      return new AppError(known.code, say(known.words), details);
    }
  }
  return null;
}
