import { hash, type Options, verify } from "@node-rs/argon2";
import { atMost, TooBusy } from "@/lib/platform/at-most";
import { AppError, invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { readableSecret } from "@/lib/platform/text/readable-secret";

/**
 * argon2id with 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet. What is raised here reaches
 * each account at its next sign-in.
 */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
/** `Algorithm.Argon2id`, a const enum that a single file cannot read. */
const argon2id = 2;
const options: Options = { ...cost, algorithm: argon2id };

type Line = ReturnType<typeof atMost>;
// Next bundles this file more than once; there is one line all the same.
const shared = globalThis as { [key: symbol]: Line | undefined };
const slot = Symbol.for("charsu.hashing");
/** Two at a time take 38 MiB, and two of the four threads that they share with files; a burst beyond the line is refused. */
const atOnce = { running: 2, waiting: 200 };

async function gently<T>(work: () => Promise<T>, say: Say): Promise<T> {
  shared[slot] ??= atMost(atOnce.running, atOnce.waiting);
  try {
    return await shared[slot](work);
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    throw new AppError("unavailable", say("errors.busy"), { retryAfter: 5 });
  }
}

/**
 * @param password as the schemas of `input.ts` give it: in NFKC
 * @returns a PHC string
 * @throws AppError `unavailable` when too many wait already
 */
export const hashPassword = (password: string, say: Say): Promise<string> => gently(() => hash(password, options), say);

const unpadded = (bytes: number) => Buffer.alloc(bytes).toString("base64").replace(/=+$/, "");
/** Costs what a real one does, and fits nothing. */
const decoy = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${unpadded(16)}$${unpadded(32)}`;

/**
 * Whether the password is the one behind the hash. Without a hash the work is the same and the answer is no: nobody
 * learns by the time it takes whether there is an account, or a password.
 * @throws AppError `unavailable` when too many wait already
 */
export const verifyPassword = (kept: string | undefined, password: string, say: Say): Promise<boolean> =>
  gently(() => verify(kept ?? decoy, password), say);

/** Whether a hash was made with less than what is asked for now. */
export function needsRehash(kept: string): boolean {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(kept);
  if (!found) return true;
  const [memoryCost, timeCost, parallelism] = found.slice(1).map(Number);
  return memoryCost! < cost.memoryCost || timeCost! < cost.timeCost || parallelism! < cost.parallelism;
}

let known: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords that people choose most, in lower case; unpacked when first asked for, never in a browser. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return known;
}

const folded = (text: string) => text.normalize("NFKC").toLowerCase();
const squeezed = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, "");

/** The names and addresses of somebody, also without what follows the @, squeezed. */
function* owned(mine: readonly (string | null | undefined)[]): Generator<string> {
  for (const each of mine) {
    if (!each) continue;
    yield squeezed(each);
    if (each.includes("@")) yield squeezed(each.slice(0, each.indexOf("@")));
  }
}

/**
 * Whether a password is what somebody who guesses would try first: one that many have, or the person's own name, address
 * or shop, however it is spaced and capitalised.
 * @param mine names, addresses and shops of the person
 */
export async function guessable(
  password: string,
  mine: readonly (string | null | undefined)[],
): Promise<"own" | "common" | null> {
  const bare = squeezed(password);
  if (bare !== "" && [...owned(mine)].includes(bare)) return "own";
  return (await commonPasswords()).has(folded(password)) ? "common" : null;
}

/**
 * Refuses what is {@link guessable}.
 * @param field the input's field that the refusal is told beside
 * @throws AppError `invalid`
 */
export async function refuseGuessable(
  password: string,
  mine: readonly (string | null | undefined)[],
  say: Say,
  field = "password",
): Promise<void> {
  const why = await guessable(password, mine);
  if (why) throw invalidField(field, why, say(`fields.password_${why}`));
}

/** Four groups: 99 bits. */
export const generatePassword = (): string => readableSecret(4);
