import { once } from "node:events";
import type { Readable } from "node:stream";

/** What another process writes: `said` is all of it so far, `says` waits for `words` to be in it. */
export function hear(stream: Readable): { said(): string; says(words: string): Promise<string> } {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return {
    said: () => text,
    says: async (words) => {
      while (!text.includes(words)) {
        if (stream.readableEnded) throw new Error(`it ended without saying “${words}”:\n${text}`);
        await Promise.race([once(stream, "data"), once(stream, "end")]);
      }
      return text;
    },
  };
}
