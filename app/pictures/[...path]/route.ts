import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pictureFolder, pictureTypes } from "@/lib/platform/files";

type Props = { params: Promise<{ path: string[] }> };

// Names that we gave: no step may begin with a dot, and nothing in it climbs.
const step = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const nothing = () => new Response(null, { status: 404, headers: { "Cache-Control": "public, max-age=60" } });

/** Streams our copy of a picture. A name stands for its bytes for ever. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { path } = await params;
  const type = pictureTypes[path.at(-1)?.split(".").at(-1) ?? ""];
  if (!type || !path.every((part) => step.test(part))) return nothing();
  const file = join(pictureFolder(), ...path);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return nothing();
  const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
  const headers = {
    "Content-Type": type,
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    ETag: etag,
    // A drawing opened by itself is a document: it may not run or fetch anything.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
  if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  return new Response(body, { headers: { ...headers, "Content-Length": String(found.size) } });
}
