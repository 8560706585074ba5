import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A file that a page loads from us: one of an installed package, with a mend where it needs one, or text of ours. */
export type Bundle = { type: "css" | "js" } & ({ file: string; mend?: (source: string) => string } | { text: string });

type Kept = { plain: string; gzipped: Uint8Array<ArrayBuffer> };

const types = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };
const compress = promisify(gzip);
const kept = new Map<Bundle, Promise<Kept>>();

async function load(bundle: Bundle): Promise<Kept> {
  let plain = "text" in bundle ? bundle.text : "";
  if ("file" in bundle) {
    const source = await readFile(join(/* turbopackIgnore: true */ process.cwd(), "node_modules", bundle.file), "utf8");
    plain = bundle.mend ? bundle.mend(source) : source;
  }
  return { plain, gzipped: new Uint8Array(await compress(plain)) };
}

/** Reads and compresses a file once for the life of the process. */
function keep(bundle: Bundle): Promise<Kept> {
  let found = kept.get(bundle);
  if (!found) {
    found = load(bundle);
    found.catch(() => kept.delete(bundle));
    kept.set(bundle, found);
  }
  return found;
}

type Handler = (request: Request, props: { params: Promise<{ file: string }> }) => Promise<Response>;

/** Serves `bundles` by name. Their addresses carry a version, so browsers may keep them for good. */
export function serveBundles(bundles: Readonly<Record<string, Bundle>>): Handler {
  return async (request, { params }) => {
    const { file } = await params;
    const bundle = Object.hasOwn(bundles, file) ? bundles[file] : undefined;
    if (!bundle) return new Response(null, { status: 404 });
    const { plain, gzipped } = await keep(bundle);
    const zipped = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
    return new Response(zipped ? gzipped : plain, {
      headers: {
        "content-type": types[bundle.type],
        "cache-control": "public, max-age=31536000, immutable",
        vary: "Accept-Encoding",
        ...(zipped ? { "content-encoding": "gzip" } : {}),
      },
    });
  };
}
