import { AppError, type ErrorCode } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";

type PgError = { code?: string; constraint?: string; cause?: unknown };
type Known = { code: ErrorCode; words: string; retryAfter?: number };

const byConstraint: Record<string, Known> = {
  variants_stock: { code: "out_of_stock", words: "errors.faster" },
  orders_transition: { code: "conflict", words: "errors.moved_on" },
  orders_settled: { code: "conflict", words: "errors.terms_changed" },
  categories_no_cycle: { code: "conflict", words: "errors.category_cycle" },
  users_last_admin: { code: "conflict", words: "errors.last_admin" },
};

/** By SQLSTATE (source: PostgreSQL, appendix A), or by the system's own code where there was no connection. */
const byState: Record<string, Known> = {
  "23505": { code: "conflict", words: "errors.taken" },
  "23503": { code: "conflict", words: "errors.depended_on" },
  "42501": { code: "forbidden", words: "errors.forbidden" },
  "40P01": { code: "unavailable", words: "errors.busy", retryAfter: 1 },
  "53300": { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  // The server shuts down, crashed, or is not there yet.
  "57P01": { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  "57P02": { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  "57P03": { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  ECONNREFUSED: { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  ECONNRESET: { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  "57014": { code: "unavailable", words: "errors.busy", retryAfter: 2 },
  // Text that no row can hold (NUL, half a surrogate pair) and numbers beyond the column.
  "22003": { code: "invalid", words: "errors.invalid" },
  "22021": { code: "invalid", words: "errors.invalid" },
  // A moment that is none, or beyond the calendar.
  "22007": { code: "invalid", words: "errors.invalid" },
  "22008": { code: "invalid", words: "errors.invalid" },
  "22P02": { code: "invalid", words: "errors.invalid" },
  "22P05": { code: "invalid", words: "errors.invalid" },
};

/** The pool's words for "every connection is busy and stayed so"; it has no code for it. */
const poolTimeout = "timeout exceeded when trying to connect";

/** A constraint that spoke, in words; null for what is not the database's or not foreseen. */
export function databaseError(error: unknown, say: Say): AppError | null {
  for (let at = error as PgError | undefined; at && typeof at === "object"; at = at.cause as PgError | undefined) {
    const state = (at as Error).message === poolTimeout ? "53300" : at.code;
    if (typeof state !== "string") continue;
    const known = (at.constraint ? byConstraint[at.constraint] : undefined) ?? byState[state];
    if (known) {
      const details = known.retryAfter === undefined ? {} : { retryAfter: known.retryAfter };
      return new AppError(known.code, say(known.words), details);
    }
  }
  return null;
}
