import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file that a page loads from us: one of an installed package, with a mend where it needs one, or text of ours. */
type Bundle = { type: "css" | "js" } & ({ file: string; mend?: (source: string) => string } | { text: string });

type Handler = (request: Request, props: { params: Promise<{ file: string }> }) => Promise<Response>;

const types = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };

async function load(bundle: Bundle): Promise<string> {
  if ("text" in bundle) return bundle.text;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules");
  const source = await readFile(join(folder, bundle.file), "utf8");
  return bundle.mend ? bundle.mend(source) : source;
}

/** Serves `bundles` by name. Their addresses carry a version, so browsers may keep them for good. */
export function serveBundles(bundles: Readonly<Record<string, Bundle>>): Handler {
  return async (_request, { params }) => {
    const { file } = await params;
    const bundle = Object.hasOwn(bundles, file) ? bundles[file] : undefined;
    if (!bundle) return new Response(null, { status: 404 });
    return new Response(await load(bundle), {
      headers: { "content-type": types[bundle.type], "cache-control": "public, max-age=31536000, immutable" },
    });
  };
}
