import { createHmac, randomBytes, randomInt } from "node:crypto";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { limited, sendsToOne, takeAll } from "@/lib/platform/limits";
import type { Say } from "@/lib/platform/messages";
import { store } from "@/lib/platform/store";
import type { Identifier } from "./identifier";

/** Seconds. Source: DESIGN 8. */
export const codeLife = 300;
const attempts = 5;

/** What a code opens: this, for this address, and where somebody is signed in already, for their account alone. */
export type CodeUse = { to: Identifier } & (
  | { purpose: "sign-in" | "reset" }
  | { purpose: "contact" | "deletion"; userId: number }
);
export type Purpose = CodeUse["purpose"];

const digest = (...parts: (string | number)[]) =>
  createHmac("sha256", env.CODE_PEPPER).update(JSON.stringify(parts)).digest("base64url");
const partsOf = (use: CodeUse) => [use.purpose, use.to.address, "userId" in use ? use.userId : ""];
const keyOf = (use: CodeUse) => digest("key", ...partsOf(use));
const hashOf = (use: CodeUse, challenge: string, code: string) => digest("code", ...partsOf(use), challenge, code);

/**
 * Makes a code, bound to its use and the browser that asked; the one before it for the same use dies. How often one
 * address is sent one is counted over all uses. Only hashes are kept. The caller sends `code` and forgets it.
 * @param staff whether the account behind it is staff's
 * @throws AppError `rate_limited`
 */
export async function issueCode(use: CodeUse, staff: boolean, say: Say): Promise<{ code: string; challenge: string }> {
  await takeAll("send-code", use.to.address, sendsToOne, say);
  const length = staff ? 8 : 6;
  const code = String(randomInt(10 ** length)).padStart(length, "0");
  const challenge = randomBytes(18).toString("base64url");
  await store().putCode(keyOf(use), { hash: hashOf(use, challenge, code) }, codeLife);
  return { code, challenge };
}

type Typed = { challenge: string; code: string };
type From = { ip: string; say: Say };

async function compare(by: "checkCode" | "proveCode", use: CodeUse, given: Typed, say: Say): Promise<void> {
  const result = await store()[by](keyOf(use), hashOf(use, given.challenge, given.code), attempts);
  if (result !== "match") throw new AppError("wrong_code", say("errors.wrong_code"));
}

/**
 * Uses a code up.
 * @throws AppError `wrong_code` for a wrong, old or used one, the same for all; `rate_limited`
 */
export async function useCode(use: CodeUse, given: Typed, from: From): Promise<void> {
  await limited("checkCode", from.ip, from.say);
  await compare("checkCode", use, given, from.say);
}

/**
 * Compares a code that something else may still speak against: a wrong one is counted as ever, a right one stays.
 * @returns uses it up; throws AppError `wrong_code` when somebody else did so first
 * @throws AppError as {@link useCode}
 */
export async function proveCode(use: CodeUse, given: Typed, from: From): Promise<() => Promise<void>> {
  await limited("checkCode", from.ip, from.say);
  await compare("proveCode", use, given, from.say);
  return () => compare("checkCode", use, given, from.say);
}
