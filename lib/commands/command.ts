import { closePools } from "@/db/client";
import { migrate } from "@/db/migrate";
import { EnvError, env, setEnv } from "@/lib/platform/env";
import { type RunningPostgres, startPostgres } from "@/lib/platform/postgres";
import { checkDatabase } from "./database-check";
import { explain } from "./explain";
import { say } from "./progress";
import { onShutdown } from "./shutdown";

let postgres: Promise<RunningPostgres> | undefined;

/** Told in its own words, without a trace. */
export class Told extends Error {}

/** The market's database, brought to this version: the one that is set, or the embedded one, started when it does not run. */
export async function openDatabase(): Promise<void> {
  if (env.DATABASE_URL) await checkDatabase(env.DATABASE_URL);
  else {
    postgres = startPostgres({ database: "charsu", log: (line) => say(`  ${line}`) });
    setEnv({ DATABASE_URL: (await postgres).url });
  }
  await migrate(env.DATABASE_URL ?? "");
}

const stopDatabase = async () => {
  await (await postgres?.catch(() => undefined))?.stop();
};

/** The reason in a line or two, never a trace. */
const plainly = (error: unknown): string =>
  error instanceof Told || error instanceof EnvError ? error.message : explain(error);

/**
 * Runs a command of the terminal: what goes wrong is told once, in words; the exit code is 0 when `main` was true.
 * @param stopped said to whoever stops it
 * @param reason puts an error into words
 */
export async function runCommand(
  main: () => Promise<boolean>,
  stopped: string,
  reason: (error: unknown) => string = plainly,
): Promise<void> {
  setEnv({ LOG_LEVEL: "silent" });
  onShutdown(async () => {
    await stopDatabase();
    // A script that goes on after this must not take it for done.
    throw new Told(stopped);
  });
  const ok = await main().catch((error: unknown) => {
    say(reason(error));
    return false;
  });
  process.exitCode = ok ? 0 : 1;
  await closePools();
  await stopDatabase();
}
