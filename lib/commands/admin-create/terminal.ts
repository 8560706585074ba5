import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Ask } from "./interview";

/** Asks at this terminal; null when input or output is none. */
export function terminal(): Ask {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return async (question, secret = false) => {
    process.stdout.write(question);
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: process.stdin, output: secret ? silent : process.stdout, terminal: true });
    const closed = new Promise<never>((_, reject) => {
      lines.once("close", () => reject(new Error("Stopped; nobody was made admin.")));
    });
    try {
      return await Promise.race([lines.question(""), closed]);
    } finally {
      closed.catch(() => undefined);
      lines.close();
      if (secret) process.stdout.write("\n");
    }
  };
}
