import { createHmac, randomBytes } from "node:crypto";
import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { recoveryCodes, twoFactors } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { seal, unseal } from "@/lib/platform/seal";
import { foldDigits } from "@/lib/platform/text/digits";
import { readableSecret } from "@/lib/platform/text/readable-secret";
import { matchingStep } from "./totp";

/** As RFC 4226 recommends for HMAC-SHA-1. */
const secretBytes = 20;
const codesGiven = 10;
const use = "two-factor";

const plain = (typed: string) => foldDigits(typed).replace(/[\s-]/g, "").toLowerCase();
const hashOf = (userId: number, code: string) =>
  createHmac("sha256", env.CODE_PEPPER)
    .update(JSON.stringify(["recovery", userId, plain(code)]))
    .digest("base64url");

const confirmed = (userId: number) => and(eq(twoFactors.userId, userId), isNotNull(twoFactors.confirmedAt));
const waiting = (userId: number) => and(eq(twoFactors.userId, userId), isNull(twoFactors.confirmedAt));

/** Whether signing in asks for it, and how many recovery codes are left. */
export async function secondFactor(tx: Database, userId: number): Promise<{ on: boolean; recoveryCodes: number }> {
  const on = (await tx.$count(twoFactors, confirmed(userId))) > 0;
  const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  return { on, recoveryCodes: on ? await tx.$count(recoveryCodes, unused) : 0 };
}

/**
 * Makes a new secret that waits to be confirmed, in the place of one that waited before.
 * @returns null when a second factor is on already
 */
export async function beginSecondFactor(tx: Database, userId: number): Promise<Buffer | null> {
  const secret = randomBytes(secretBytes);
  const sealed = seal(use, String(userId), secret);
  const [kept] = await tx
    .insert(twoFactors)
    .values({ userId, secret: sealed })
    .onConflictDoUpdate({
      target: twoFactors.userId,
      set: { secret: sealed },
      setWhere: isNull(twoFactors.confirmedAt),
    })
    .returning({ userId: twoFactors.userId });
  return kept ? secret : null;
}

/** Uses the time step of a code up: no step works twice, however many try it at once. */
async function usesStep(
  tx: Database,
  userId: number,
  which: typeof confirmed,
  typed: string,
  now: Date,
): Promise<boolean> {
  const [row] = await tx.select({ secret: twoFactors.secret }).from(twoFactors).where(which(userId));
  if (!row) return false;
  const secret = unseal(use, String(userId), row.secret);
  if (!secret) {
    log.warn({ userId }, "a second factor was sealed with another AUTH_SECRET; its recovery codes still work");
    return false;
  }
  const step = matchingStep(secret, plain(typed), now);
  if (step === null) return false;
  const used = await tx
    .update(twoFactors)
    .set({ lastStep: step, confirmedAt: sql`coalesce(${twoFactors.confirmedAt}, now())` })
    .where(and(which(userId), eq(twoFactors.secret, row.secret), lt(twoFactors.lastStep, step)))
    .returning({ userId: twoFactors.userId });
  return used.length > 0;
}

async function usesRecoveryCode(tx: Database, userId: number, typed: string): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.hash, hashOf(userId, typed)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  return used.length > 0;
}

/** Uses up what was typed: six digits of the app, or a recovery code, each good for once. */
export async function passSecondFactor(tx: Database, userId: number, typed: string, now: Date): Promise<boolean> {
  return /^\d{6}$/.test(plain(typed))
    ? usesStep(tx, userId, confirmed, typed, now)
    : usesRecoveryCode(tx, userId, typed);
}

/**
 * Turns the secret that waits into the second factor, proven by a code of it.
 * @returns the recovery codes, kept as hashes alone; null when nothing waits or the code is not its
 */
export async function confirmSecondFactor(
  tx: Database,
  userId: number,
  typed: string,
  now: Date,
): Promise<string[] | null> {
  if (!(await usesStep(tx, userId, waiting, typed, now))) return null;
  const codes = Array.from({ length: codesGiven }, () => readableSecret(2));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, hash: hashOf(userId, code) })));
  return codes;
}

/** Signing in asks for the password alone again. */
export async function removeSecondFactor(tx: Database, userId: number): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.delete(twoFactors).where(eq(twoFactors.userId, userId));
}
