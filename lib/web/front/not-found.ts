import { locales } from "@/lib/platform/messages";
import { isDocument, type Upstream } from "./upstream";

/** `/fa/nothing` belongs to `/fa/not-found`; a path without a locale to the default one's. */
function pageFor(url: string): string {
  const first = url.split(/[/?]/)[1] ?? "";
  return locales().slice(1).includes(first) ? `/${first}/not-found` : "/not-found";
}

/**
 * What Next sends for `notFound()` is an empty shell that only a script fills. In its place goes the real page, still
 * with 404, so that it can be read without one.
 * @param origin where this process serves, as `http://127.0.0.1:3000`
 */
export function withNotFoundPage(upstream: Upstream, origin: () => string): Upstream {
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
      const answer = await fetch(origin() + pageFor(request.url ?? ""));
      const body = Buffer.from(await answer.arrayBuffer());
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
