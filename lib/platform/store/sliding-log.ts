import type { CodeStore, RateRule, Taken, TakenAll } from "./types";

/** Beyond this many, moments are rounded up to a slot: the log stays small, and a limit can only become stricter. */
const EXACT_UP_TO = 64;

/** One rule as both stores take it: `key` is unique for bucket and window, times are milliseconds. */
export type LogRule = { key: string; bucket: string; limit: number; windowMs: number; slotMs: number; cost: number };

/** What a store held for one rule when it decided, oldest first, without what had left the window. */
export type LogState = { moments: readonly number[]; amounts: readonly number[] };

/** What a store found at `nowMs` (its own clock), a state for each rule, and whether it took them all. */
type Decision = { ok: boolean; nowMs: number; states: readonly LogState[] };

/** The two takes of a store whose `decide` takes every rule or none, in one atomic step. */
export function takes(decide: (rules: readonly LogRule[]) => Promise<Decision>): Pick<CodeStore, "take" | "takeAll"> {
  return {
    async take(bucket, limit, windowSeconds, cost) {
      const rule = logRule({ bucket, limit, windowSeconds }, cost);
      const { ok, nowMs, states } = await decide([rule]);
      return taken(rule, states[0]!, ok, nowMs);
    },
    async takeAll(rules) {
      const wanted = logRules(rules);
      const { ok, nowMs, states } = await decide(wanted);
      return takenAll(wanted, states, ok, nowMs);
    },
  };
}

/** The rule in the stores' terms, checked. Throws RangeError when a number in it makes no sense. */
function logRule({ bucket, limit, windowSeconds }: RateRule, cost = 1): LogRule {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError(`limit must be a whole number, not ${limit}`);
  if (!Number.isSafeInteger(windowSeconds) || windowSeconds < 1)
    throw new RangeError(`windowSeconds must be 1 or more, not ${windowSeconds}`);
  if (!Number.isSafeInteger(cost) || cost < 1) throw new RangeError(`cost must be 1 or more, not ${cost}`);
  const windowMs = windowSeconds * 1000;
  const slotMs = limit <= EXACT_UP_TO ? 1 : Math.ceil(windowMs / EXACT_UP_TO);
  return { key: `${bucket}:${windowSeconds}`, bucket, limit, windowMs, slotMs, cost };
}

/** The rules of one takeAll. Throws RangeError when two are about the same bucket and window. */
function logRules(rules: readonly RateRule[]): LogRule[] {
  const all = rules.map((rule) => logRule(rule));
  if (new Set(all.map((rule) => rule.key)).size < all.length) throw new RangeError("two rules share bucket and window");
  return all;
}

/** The answer to take, from what the store held before it. */
function taken(rule: LogRule, state: LogState, ok: boolean, nowMs: number): Taken {
  const free = rule.limit - total(state) - (ok ? rule.cost : 0);
  return { ok, remaining: Math.max(0, free), retryAfter: ok ? 0 : waitSeconds(rule, state, nowMs) };
}

/** The answer to takeAll, from what the store held before it, in the order of the rules. */
function takenAll(rules: readonly LogRule[], states: readonly LogState[], ok: boolean, nowMs: number): TakenAll {
  if (ok) return { ok, retryAfter: 0 };
  const waits = rules.map((rule, i) => waitSeconds(rule, states[i]!, nowMs));
  const retryAfter = Math.max(...waits);
  return { ok, retryAfter, bucket: rules[waits.indexOf(retryAfter)]?.bucket };
}

function total(state: LogState): number {
  return state.amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Seconds until enough has left the window; the whole window when the cost can never fit. */
function waitSeconds(rule: LogRule, state: LogState, nowMs: number): number {
  let missing = total(state) + rule.cost - rule.limit;
  if (missing <= 0) return 0;
  for (const [i, moment] of state.moments.entries()) {
    missing -= state.amounts[i] ?? 0;
    if (missing <= 0) return Math.max(1, Math.ceil((moment + rule.windowMs - nowMs) / 1000));
  }
  return Math.ceil(rule.windowMs / 1000);
}
