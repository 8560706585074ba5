import type { IncomingMessage, ServerResponse } from "node:http";
import { isDocument, type Upstream } from "./upstream";
import { bytesOf, callbackOf } from "./writes";

/** The tag that starts React; every other script of a page's first part stands before it. */
const LAST = /<script src="[^"]+" id="_R_" async=""><\/script>/;
const LAST_TAIL = Buffer.from(' id="_R_" async=""></script>');
const SCRIPT = /<script src="(\/_next\/static\/[^"]+)"(?: id="_R_")? async=""><\/script>/g;
const HINT = /<link rel="preload" as="script"[^>]*\/>/g;
/** Held back at most while looking for it, in bytes. */
const LONGEST = 2 * 1024 * 1024;

/** Runs in the page. One that is not painted, as in a tab behind others, starts at once or in three seconds. */
const start = (paths: readonly string[]) =>
  `<script>(()=>{let d;const go=()=>{if(d)return;d=1;for(const p of ${JSON.stringify(paths)}){const s=document.createElement("script");s.async=true;s.src=p;document.head.append(s)}};if(document.hidden)go();else{new PerformanceObserver(go).observe({type:"paint",buffered:true});setTimeout(go,3000)}})()</script>`;

/** The page with its scripts asked for after the first paint: what is there to read never waits for them. */
export function lateScripts(html: string): string {
  if (!LAST.test(html)) return html;
  const paths = [...html.matchAll(SCRIPT)].map(([, path]) => path!);
  return html
    .replace(LAST, (tag) => tag + start(paths))
    .replace(SCRIPT, "")
    .replace(HINT, "");
}

/** Sends pages with {@link lateScripts}; the part up to the last script is held back until it is whole. */
export function withLateScripts(upstream: Upstream): Upstream {
  return (request, response) =>
    isPage(request) ? upstream(request, rewritten(response)) : upstream(request, response);
}

const isPage = (request: IncomingMessage) => isDocument(request) || request.method === "HEAD";

function rewritten(response: ServerResponse): ServerResponse {
  const { writeHead, write, end } = response;
  let state: "watching" | "holding" | "passing" = "watching";
  let held = Buffer.alloc(0);

  function look(): void {
    if (state !== "watching") return;
    const isHtml = String(response.getHeader("content-type") ?? "").startsWith("text/html");
    state = isHtml ? "holding" : "passing";
    if (isHtml) response.removeHeader("content-length");
  }
  /** What may go out now. */
  function ready(args: readonly unknown[], last: boolean): Buffer | undefined {
    held = Buffer.concat([held, bytesOf(args)]);
    const found = held.indexOf(LAST_TAIL);
    if (found < 0 && !last && held.length < LONGEST) return undefined;
    state = "passing";
    const cut = found < 0 ? 0 : found + LAST_TAIL.length;
    return Buffer.concat([Buffer.from(lateScripts(held.toString("utf8", 0, cut))), held.subarray(cut)]);
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
