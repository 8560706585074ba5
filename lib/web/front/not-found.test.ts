import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { withNotFoundPage } from "./not-found";

const page = "<!DOCTYPE html><html><body><h1>Nothing here</h1></body></html>";
let close: () => void = () => undefined;
afterEach(() => close());

/** A server whose pages are `answer`'s, with the page for 404 at its address. */
async function serve(answer: RequestListener): Promise<string> {
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const upstream = withNotFoundPage(
    (request, response) => {
      if (request.url?.endsWith("/not-found"))
        response.setHeader("content-type", "text/html").end(`${page}${request.url}`);
      else answer(request, response);
    },
    origin,
    async (path) => (path === "/products/old" ? "/products/new" : null),
  );
  const server = createServer((request, response) => void upstream(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  close = () => server.close();
  return origin();
}

it("puts the real page in place of an empty 404, with its status", async () => {
  const origin = await serve((_, response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html");
    response.write("<html id='__next_error__'>");
    response.end("</html>");
  });
  const answer = await fetch(`${origin}/x`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe(`${page}/not-found`);
});

it("also where it was compressed on the way", async () => {
  const origin = await serve((_, response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-encoding", "gzip");
    response.writeHead(404);
    response.write(gzipSync("<html id='__next_error__'></html>"));
    response.end();
  });
  const answer = await fetch(`${origin}/products/nothing`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe(`${page}/not-found`);
});

it.each([
  ["/products/old", "/products/new"],
  ["/products/old?size=M&size=L", "/products/new?size=M&size=L"],
])("leads from %s to where it is now", async (path, now) => {
  const origin = await serve((_, response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html");
    response.end("<html id='__next_error__'></html>");
  });
  const answer = await fetch(origin + path, { redirect: "manual" });
  expect(answer.status).toBe(301);
  expect(answer.headers.get("location")).toBe(now);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(await answer.text()).toBe("");
});

it.each([
  ["a page that is there", "/", {}, 200, "text/html"],
  ["the API", "/api/nothing", {}, 404, "text/html"],
  ["the router's own request", "/x", { rsc: "1" }, 404, "text/html"],
  ["another type", "/x", {}, 404, "text/plain"],
])("leaves %s alone", async (_, path, headers, status, type) => {
  const origin = await serve((_request, response) => {
    response.statusCode = status;
    response.setHeader("content-type", type);
    response.end("as it was");
  });
  const answer = await fetch(origin + path, { headers: headers as Record<string, string> });
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe("as it was");
});
