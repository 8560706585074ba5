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

export type Purpose = "sign-in";

const digest = (...parts: string[]) =>
  createHmac("sha256", env.CODE_PEPPER).update(JSON.stringify(parts)).digest("base64url");
const keyOf = (purpose: Purpose, to: Identifier) => digest("key", purpose, to.address);

/**
 * Makes a code, bound to its purpose, its recipient and the browser that asked; the one before it dies.
 * Only hashes are kept. The caller sends `code` and forgets it.
 * @throws AppError `rate_limited`
 */
export async function issueCode(purpose: Purpose, to: Identifier, staff: boolean, say: Say) {
  await takeAll("send-code", keyOf(purpose, to), sendsToOne, say);
  const length = staff ? 8 : 6;
  const code = String(randomInt(10 ** length)).padStart(length, "0");
  const challenge = randomBytes(18).toString("base64url");
  const hash = digest("code", purpose, to.address, challenge, code);
  await store().putCode(keyOf(purpose, to), { hash }, codeLife);
  return { code, challenge };
}

/**
 * Uses a code up.
 * @throws AppError `wrong_code` for a wrong, old or used one, the same for all
 */
export async function useCode(purpose: Purpose, to: Identifier, challenge: string, code: string, ip: string, say: Say) {
  await limited("checkCode", ip, say);
  const hash = digest("code", purpose, to.address, challenge, code);
  const result = await store().checkCode(keyOf(purpose, to), hash, attempts);
  if (result !== "match") throw new AppError("wrong_code", say("errors.wrong_code"));
}
