import { locales } from "@/lib/platform/messages";
import { isDocument, type Upstream } from "./upstream";

/** Where something is now that was once at this path (without locale and query); null when nothing was. */
export type MovedTo = (path: string) => Promise<string | null>;

/** An address may be taken again by something else: browsers shall not believe for good that it leads on. */
const forAnHour = "public, max-age=3600";

/** The locale's part of an address, `/fa` or nothing, the path after it and its query. */
function parts(url: string): { prefix: string; path: string; query: string } {
  const [pathname = "", ...query] = url.split("?");
  const first = pathname.split("/")[1] ?? "";
  const prefix = locales().slice(1).includes(first) ? `/${first}` : "";
  return { prefix, path: pathname.slice(prefix.length), query: query.length ? `?${query.join("?")}` : "" };
}

/**
 * What Next sends for `notFound()` is an empty shell that only a script fills. In its place goes the real page, still
 * with 404, so that it can be read without one; or, for something that has moved, the way to where it is.
 * @param origin where this process serves, as `http://127.0.0.1:3000`
 */
export function withNotFoundPage(upstream: Upstream, origin: () => string, movedTo: MovedTo): Upstream {
  return (request, response) => {
    if (!isDocument(request)) return upstream(request, response);
    const { writeHead, write, end } = response;
    let state: "watching" | "replacing" | "sending" = "watching";
    const isShell = () =>
      state === "watching" &&
      !response.headersSent &&
      response.statusCode === 404 &&
      String(response.getHeader("content-type")).startsWith("text/html");
    const notice = () => {
      if (isShell()) state = "replacing";
      return state === "replacing";
    };
    const send = async () => {
      const { prefix, path, query } = parts(request.url ?? "");
      const now = await movedTo(path);
      if (now !== null) {
        response.statusCode = 301;
        response.setHeader("location", `${prefix}${now}${query}`);
        response.setHeader("cache-control", forAnHour);
      }
      const answer = now === null ? await fetch(`${origin()}${prefix}/not-found`) : null;
      const body = Buffer.from(answer ? await answer.arrayBuffer() : new ArrayBuffer(0));
      for (const name of ["content-encoding", "etag", "transfer-encoding"]) response.removeHeader(name);
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("content-length", body.length);
      state = "sending";
      end.call(response, body, "utf8");
    };
    // Compression asks for the headers before it writes: they too must wait.
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      if (typeof args[0] === "number") response.statusCode = args[0];
      return notice() ? response : writeHead.apply(response, args);
    }) as typeof writeHead;
    response.write = ((...args: Parameters<typeof write>) => notice() || write.apply(response, args)) as typeof write;
    response.end = ((...args: Parameters<typeof end>) => {
      if (!notice()) return end.apply(response, args);
      send().catch((error: Error) => response.destroy(error));
      return response;
    }) as typeof end;
    return upstream(request, response);
  };
}
