import { createHmac } from "node:crypto";
import { env } from "./env";
import { AppError } from "./errors";
import type { Say } from "./messages";
import { store } from "./store";

type Window = { limit: number; seconds: number };

/** Rate limits by name; `source` is the client's address. Source: DESIGN 8 for codes, our own judgement elsewhere. */
export const limits = {
  none: [],
  /** Reads that cost a query each. */
  read: [],
  write: [{ limit: 120, seconds: 60 }],
  submit: [{ limit: 60, seconds: 60 }],
  sendCode: [{ limit: 30, seconds: 3600 }],
  checkCode: [{ limit: 60, seconds: 3600 }],
  checkPassword: [{ limit: 60, seconds: 3600 }],
} as const satisfies Record<string, readonly Window[]>;

export type LimitName = keyof typeof limits;

/** How often one identifier may be sent a code. */
export const sendsToOne: readonly Window[] = [
  { limit: 1, seconds: 60 },
  { limit: 3, seconds: 600 },
  { limit: 10, seconds: 86_400 },
];

/** How often a password or a second factor may be tried for one account. A code still signs in when they are used up. */
export const triesOfOne: readonly Window[] = [
  { limit: 10, seconds: 900 },
  { limit: 50, seconds: 86_400 },
];

/** A wait as people say it: never shorter than it is, in seconds up to a minute and a half, then in minutes and hours. */
export function waitOf(seconds: number): { amount: number; unit: "seconds" | "minutes" | "hours" } {
  if (seconds <= 90) return { amount: seconds, unit: "seconds" };
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? { amount: minutes, unit: "minutes" } : { amount: Math.ceil(minutes / 60), unit: "hours" };
}

/**
 * Counts one use of a named limit.
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function limited(name: LimitName, source: string, say: Say): Promise<void> {
  const windows: readonly Window[] = limits[name];
  if (windows.length) await takeAll(name, source, windows, say);
}

/**
 * Counts one use against every window, or against none when one is used up.
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function takeAll(name: string, key: string, windows: readonly Window[], say: Say): Promise<void> {
  // The store never holds an address in clear.
  const bucket = createHmac("sha256", env.CODE_PEPPER).update(`${name} ${key}`).digest("base64url");
  const taken = await store().takeAll(windows.map(({ limit, seconds }) => ({ bucket, limit, windowSeconds: seconds })));
  if (!taken.ok) {
    throw new AppError("rate_limited", say("errors.rate_limited", waitOf(taken.retryAfter)), {
      retryAfter: taken.retryAfter,
    });
  }
}
