import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { bytesOf, callbackOf } from "./writes";

export type Captured = {
  headers: OutgoingHttpHeaders;
  body: Buffer;
  /** Ends the answer that was held back; whoever made it does not get through any more. */
  end(body: Buffer | undefined): void;
};

type Watch = {
  /** Asked once, when status and headers are known: whether the answer is to be held back. */
  wants(response: ServerResponse): boolean;
  /** An answer of more bytes is let through after all. */
  limit: number;
};

/**
 * Holds an answer back that `watch` wants, so that it can be kept and then sent; lets any other through.
 * @returns the answer once it is whole, nothing of it sent yet; null when it went its own way or its client left
 */
export function capture(response: ServerResponse, watch: Watch): Promise<Captured | null> {
  // Whoever comes later (compression) wraps these again, so they are never put back.
  const { writeHead, write, end } = response;
  const { promise, resolve } = Promise.withResolvers<Captured | null>();
  let state: "watching" | "holding" | "whole" | "passing" = "watching";
  let chunks: Buffer[] = [];
  let size = 0;

  function pass(): void {
    state = "passing";
    resolve(null);
  }
  function holds(): boolean {
    if (state === "watching") {
      if (watch.wants(response)) state = "holding";
      else pass();
    }
    return state === "holding";
  }
  function take(bytes: Buffer): void {
    chunks.push(bytes);
    size += bytes.length;
    if (size <= watch.limit) return;
    pass();
    for (const each of chunks) write.call(response, each, "utf8");
    chunks = [];
  }

  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const given = args.find((each) => typeof each === "object") as OutgoingHttpHeaders | undefined;
    if (state === "watching" && Array.isArray(given)) pass();
    if (state === "watching") {
      response.statusCode = args[0];
      for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) response.setHeader(name, value);
    }
    // Compression asks for it before each write.
    return state === "whole" || holds() ? response : writeHead.apply(response, args);
  }) as typeof writeHead;
  response.write = ((...args: Parameters<typeof write>) => {
    if (state === "whole") return true;
    if (!holds()) return write.apply(response, args);
    take(bytesOf(args));
    const callback = callbackOf(args);
    if (callback) queueMicrotask(callback);
    return true;
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    // Some call it twice.
    if (state === "whole") return response;
    if (!holds()) return end.apply(response, args);
    const callback = callbackOf(args);
    if (callback) response.once("finish", callback);
    take(bytesOf(args));
    if (!holds()) return end.call(response, undefined, "utf8");
    state = "whole";
    const send = (body: Buffer | undefined) => {
      state = "passing";
      end.call(response, body, "utf8");
    };
    resolve({ headers: response.getHeaders(), body: Buffer.concat(chunks), end: send });
    return response;
  }) as typeof end;
  response.once("close", () => resolve(null));
  return promise;
}
