import type { IncomingMessage, ServerResponse } from "node:http";
import { isDocument, type Upstream } from "../upstream";
import { bytesOf, callbackOf } from "../writes";
import { type DrawingOf, END, paintFirst } from "./html";

const LAST_TAIL = Buffer.from(END);
/** Held back at most while looking for it, in bytes. */
const LONGEST = 2 * 1024 * 1024;

/** Sends pages through {@link paintFirst}; the part up to the last script is held back until it is whole. */
export function withFirstPaint(upstream: Upstream, drawingOf: DrawingOf): Upstream {
  return (request, response) =>
    isPage(request) ? upstream(request, rewritten(response, drawingOf)) : upstream(request, response);
}

const isPage = (request: IncomingMessage) => isDocument(request) || request.method === "HEAD";

function rewritten(response: ServerResponse, drawingOf: DrawingOf): ServerResponse {
  const { writeHead, write, end } = response;
  let state: "watching" | "holding" | "passing" = "watching";
  let held = Buffer.alloc(0);

  function look(): void {
    if (state !== "watching") return;
    const isHtml = String(response.getHeader("content-type") ?? "").startsWith("text/html");
    state = isHtml ? "holding" : "passing";
    if (!isHtml) return;
    response.removeHeader("content-length");
    dropHints();
  }
  /** React asks for a page's first picture and its styles in a header, too. */
  function dropHints(): void {
    const hints = String(response.getHeader("link") ?? "").split(/,\s*(?=<)/);
    const left = hints.filter((hint) => {
      const path = /^<(\/pictures\/[\w./-]+\.svg)>/.exec(hint)?.[1];
      return hint && !hint.startsWith("</fonts/") && (path === undefined || drawingOf(path) === undefined);
    });
    if (left.length) response.setHeader("link", left.join(", "));
    else response.removeHeader("link");
  }
  /** What may go out now. */
  function ready(args: readonly unknown[], last: boolean): Buffer | undefined {
    held = Buffer.concat([held, bytesOf(args)]);
    const found = held.indexOf(LAST_TAIL);
    if (found < 0 && !last && held.length < LONGEST) return undefined;
    state = "passing";
    const cut = found < 0 ? 0 : found + LAST_TAIL.length;
    return Buffer.concat([Buffer.from(paintFirst(held.toString("utf8", 0, cut), drawingOf)), held.subarray(cut)]);
  }

  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    look();
    return writeHead.apply(response, args);
  }) as typeof writeHead;
  response.write = ((...args: Parameters<typeof write>) => {
    look();
    if (state === "passing") return write.apply(response, args);
    const bytes = ready(args, false);
    const callback = callbackOf(args);
    if (bytes) return write.call(response, bytes, "utf8", callback);
    if (callback) queueMicrotask(callback);
    return true;
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    look();
    if (state === "passing") return end.apply(response, args);
    const bytes = ready(args, true);
    const callback = callbackOf(args);
    return end.call(response, bytes?.length ? bytes : undefined, "utf8", callback);
  }) as typeof end;
  return response;
}
