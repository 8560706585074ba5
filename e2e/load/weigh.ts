import { capture, get } from "./requests";

/** Bytes that a page sends. Scripts as their compressed bytes; `ownScript` is what they are beyond the bare page's. */
export type Weight = { path: string; html: number; gzip: number; script: number; ownScript: number };

/** Chunks that the page names: its script elements, and those that its components need to come alive. */
export function scriptsOf(html: string): string[] {
  // Only browsers without modules load the polyfills, and there are none left.
  const modern = html.replace(/<script[^>]*\bnomodule\b[^>]*>/gi, "");
  // Query strings are part of the address; flight data names them with escaped quotes around.
  const named = modern.matchAll(/\/_next\/static\/[\w./~%@+-]+\.js(?:\?[\w.=&%-]+)?/g);
  return [...new Set([...named].map(([path]) => path))];
}

/** Weighs pages of `origin` against the bare page of the same build. */
export async function weigh(origin: string, bare: string, paths: readonly string[]): Promise<Weight[]> {
  const known = new Map<string, number>();
  const scriptBytes = async (html: string) => {
    let sum = 0;
    for (const path of scriptsOf(html)) {
      const size = known.get(path) ?? (await capture(origin, get(path, "gzip"))).body.length;
      known.set(path, size);
      sum += size;
    }
    return sum;
  };
  const one = async (path: string) => {
    const plain = (await capture(origin, get(path, "identity"))).body;
    const packed = (await capture(origin, get(path, "gzip"))).body;
    return { path, html: plain.length, gzip: packed.length, script: await scriptBytes(plain.toString()) };
  };
  const floor = (await one(bare)).script;
  const weights: Weight[] = [];
  for (const path of paths) {
    const weight = await one(path);
    weights.push({ ...weight, ownScript: weight.script - floor });
  }
  return weights;
}
