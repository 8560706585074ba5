import { EnvError } from "@/lib/platform/env";

/** Writes one line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a named step and says how long it took; `work` may return a remark for that line. */
export async function step<T>(name: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
  const started = performance.now();
  let remark = "";
  const waiting = setInterval(() => say(`  ${name} … ${seconds(started)}`), 15_000);
  try {
    const result = await work((text) => {
      remark = `, ${text}`;
    });
    say(`  ${name} (${seconds(started)}${remark})`);
    return result;
  } finally {
    clearInterval(waiting);
  }
}

/** What went wrong, in one line where the cause is known. */
export function explain(error: unknown): string {
  if (error instanceof EnvError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") return `PORT: ${port} is in use; stop what listens there or start with PORT=<another>`;
  if (code === "EACCES" && port) return `PORT: ${port} may not be used by this user; start with PORT=<above 1023>`;
  return error.message || (code ?? error.name);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
