import { pictureTypes } from "@/lib/platform/files";
import { pictureStore } from "@/lib/platform/pictures";
import { isPictureName } from "@/lib/platform/pictures/types";

type Props = { params: Promise<{ path: string[] }> };

/** What is shown: drawings, and sizes that were made. What people brought is beside them, with all that is in it. */
const shown = /^(?:demo|p)\//;
const nothing = () => new Response(null, { status: 404, headers: { "Cache-Control": "public, max-age=60" } });

/** Streams our copy of a picture. A name stands for its bytes for ever, so that it is the ETag as well. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const name = (await params).path.join("/");
  const type = pictureTypes[name.split(".").at(-1) ?? ""];
  if (!type || !isPictureName(name) || !shown.test(name)) return nothing();
  const etag = `"${name}"`;
  const headers = {
    "Content-Type": type,
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    ETag: etag,
    // A drawing opened by itself is a document: it may not run or fetch anything.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
  if (request.headers.get("if-none-match")?.includes(etag)) {
    const there = await pictureStore().has(name);
    return there ? new Response(null, { status: 304, headers }) : nothing();
  }
  const found = await pictureStore().read(name);
  if (!found) return nothing();
  return new Response(found.body, { headers: { ...headers, "Content-Length": String(found.size) } });
}
