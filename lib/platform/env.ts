import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type Env, EnvError, readEnv } from "./env-schema";

export { type Env, EnvError, readEnv };

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
function keptSecrets(): { AUTH_SECRET: string; CODE_PEPPER: string } {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), ".data");
  const path = join(folder, "secrets.json");
  mkdirSync(folder, { recursive: true });
  const fresh = { AUTH_SECRET: randomBytes(32).toString("hex"), CODE_PEPPER: randomBytes(32).toString("hex") };
  try {
    // "wx" lets one of two processes that start at once win; the other reads what it wrote.
    writeFileSync(path, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: "wx" });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const kept: unknown = JSON.parse(readFileSync(path, "utf8"));
  return { ...fresh, ...(kept as object) };
}
