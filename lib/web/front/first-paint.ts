import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { isDocument, type Upstream } from "./upstream";
import { bytesOf, callbackOf } from "./writes";

/** The tag that starts React; every other script of a page's first part stands before it. */
const LAST = /<script src="[^"]+" id="_R_" async=""><\/script>/;
const LAST_TAIL = Buffer.from(' id="_R_" async=""></script>');
const SCRIPT = /<script src="(\/_next\/static\/[^"]+)"(?: id="_R_")? async=""><\/script>/g;
const HINT = /<link rel="preload" as="script"[^>]*\/>/g;
const STYLE = /<link rel="stylesheet" href="(\/_next\/static\/[\w./-]+\.css)" data-precedence="[^"]*"\/>/g;
/** Held back at most while looking for it, in bytes. */
const LONGEST = 2 * 1024 * 1024;

type Late = { scripts: string[]; styles: string[] };

/**
 * Runs in the page. One that is not painted, as in a tab behind others, starts at once or in three seconds. React looks
 * for the stylesheets that it rendered, and the next page finds them in the browser's cache.
 */
const start = (late: Late) =>
  `<script>(()=>{let d;const a=(t,o)=>document.head.append(Object.assign(document.createElement(t),o)),go=()=>{if(d)return;d=1;try{localStorage.faces=1}catch{}const{scripts,styles}=${JSON.stringify(late)};for(const href of styles)a("link",{rel:"stylesheet",href});for(const src of scripts)a("script",{src,async:true})};if(document.hidden)go();else{new PerformanceObserver(go).observe({type:"paint",buffered:true});setTimeout(go,3000)}})()</script>`;

const FACE = /@font-face\{[^}]*url\([^}]*\}/g;

/**
 * A stylesheet inside of the page. Its faces from files are kept out of a first visit's first paint; whoever was here
 * before has them, and gets them at once.
 */
function styleTags(text: string, path: string): string {
  const faces = text.match(FACE)?.join("") ?? "";
  const known = `<script>try{if(localStorage.faces)document.currentScript.previousSibling.media="all"}catch{}</script>`;
  const plain = `<noscript><link rel="stylesheet" href="${path}"/></noscript>`;
  return `<style>${text.replace(FACE, "")}</style>${faces && `<style media="not all">${faces}</style>${known}${plain}`}`;
}

/** The text of a built stylesheet by its address, undefined when there is none. */
export type StyleOf = (path: string) => string | undefined;

/**
 * The page with its styles in it and its scripts asked for after the first paint: what is there to read waits for
 * nothing but itself.
 */
export function paintFirst(html: string, styleOf: StyleOf): string {
  if (!LAST.test(html)) return html;
  const late: Late = { scripts: [...html.matchAll(SCRIPT)].map(([, path]) => path!), styles: [] };
  const styled = html.replace(STYLE, (tag, path: string) => {
    const text = styleOf(path);
    if (text === undefined) return tag;
    late.styles.push(path);
    return styleTags(text, path);
  });
  return styled
    .replace(LAST, (tag) => tag + start(late))
    .replace(SCRIPT, "")
    .replace(HINT, "");
}

/** Reads the stylesheets of the build in `folder` (Next's distDir), each once. */
export function builtStyles(folder: string): StyleOf {
  const known = new Map<string, string | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const file = resolve(folder, `.${path.slice("/_next".length)}`);
      known.set(path, existsSync(file) ? readFileSync(file, "utf8") : undefined);
    }
    return known.get(path);
  };
}

/** Sends pages through {@link paintFirst}; the part up to the last script is held back until it is whole. */
export function withFirstPaint(upstream: Upstream, styleOf: StyleOf): Upstream {
  return (request, response) =>
    isPage(request) ? upstream(request, rewritten(response, styleOf)) : upstream(request, response);
}

const isPage = (request: IncomingMessage) => isDocument(request) || request.method === "HEAD";

function rewritten(response: ServerResponse, styleOf: StyleOf): ServerResponse {
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
    return Buffer.concat([Buffer.from(paintFirst(held.toString("utf8", 0, cut), styleOf)), held.subarray(cut)]);
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
