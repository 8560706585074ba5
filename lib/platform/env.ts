import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type Env, EnvError, readEnv } from "./env-schema";

export { type Env, EnvError, readEnv };

type Secrets = { AUTH_SECRET: string; CODE_PEPPER: string };
type Source = Readonly<Record<string, string | undefined>>;

let cached: Env | undefined;

/**
 * The settings of this process, read and checked on first access, then fixed.
 * Throws {@link EnvError} (one line: variable, what was found, the mend) when one is wrong.
 */
export const env: Env = new Proxy({} as Env, {
  get: (_target, key) => Reflect.get(current(), key),
  has: (_target, key) => Reflect.has(current(), key),
  ownKeys: () => Reflect.ownKeys(current()),
  getOwnPropertyDescriptor: (_target, key) => {
    const found = Object.getOwnPropertyDescriptor(current(), key);
    return found && { ...found, configurable: true };
  },
  set: () => false,
});

/** Sets variables for this process and what it starts (`undefined` removes one); the next access reads them again. */
export function setEnv(patch: Source): void {
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  cached = undefined;
}

/** The raw environment with `patch` over it, for starting a child process. */
export function childEnv(patch: Source = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...patch } as NodeJS.ProcessEnv;
}

/** A variable that belongs to a tool and not to the application (PATH, HOME, CHROMIUM_PATH, CI); empty counts as unset. */
export function toolEnv(name: string): string | undefined {
  return process.env[name] || undefined;
}

function current(): Env {
  cached ??= readEnv({ ...fromFile(), ...process.env }, keptSecrets);
  return cached;
}

/** `.env` below the environment; tests never read it, so that a developer's keys stay out of them. */
function fromFile(): Source {
  if (process.env.CHARSU_ENV === "test") return {};
  try {
    return parseEnv(readFileSync(join(process.cwd(), ".env"), "utf8"));
  } catch {
    return {};
  }
}

/** Secrets of an installation outside production, made once and kept under `.data/secrets.json` (0600). */
function keptSecrets(): Secrets {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), ".data");
  const path = join(folder, "secrets.json");
  mkdirSync(folder, { recursive: true });
  const kept = readKept(path);
  if (kept) return kept;
  const fresh = { AUTH_SECRET: randomBytes(32).toString("hex"), CODE_PEPPER: randomBytes(32).toString("hex") };
  const whole = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(whole, JSON.stringify(fresh, null, 2), { mode: 0o600 });
  try {
    // A link lets one of two processes that start at once win, and shows nobody half a file; the other reads that one.
    linkSync(whole, path);
  } catch (error) {
    // Some file systems have no links.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") renameSync(whole, path);
  } finally {
    rmSync(whole, { force: true });
  }
  return readKept(path) ?? fresh;
}

function readKept(path: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const found = Buffer.byteLength(text);
  try {
    const { AUTH_SECRET, CODE_PEPPER } = JSON.parse(text);
    if ([AUTH_SECRET, CODE_PEPPER].every((each) => typeof each === "string" && each.length >= 32))
      return { AUTH_SECRET, CODE_PEPPER };
  } catch {
    // Told below.
  }
  throw new EnvError(`.data/secrets.json: found ${found} bytes without both secrets; remove it to have new ones made`);
}
