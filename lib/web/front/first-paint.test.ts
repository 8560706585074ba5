import { createServer, request as httpRequest, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { paintFirst, withFirstPaint } from "@/lib/web/front/first-paint";

const hint = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>';
const head = `<!DOCTYPE html><html><head>${hint}<script src="/_next/static/chunks/a.js" async=""></script></head><body>سلام`;
const last = '<script src="/_next/static/chunks/main.js" id="_R_" async=""></script>';
const tail = '<script>self.__next_f.push([1])</script><script src="/_next/static/chunks/hole.js" async=""></script>';

const styleOf = (path: string) => (path.endsWith("/a.css") ? "a{color:red}" : undefined);

let server: Server | undefined;
afterEach(() => server?.close());

async function ask(
  send: (response: ServerResponse) => void,
  {
    path = "/",
    method = "GET",
    headers = {},
  }: { path?: string; method?: string; headers?: Record<string, string> } = {},
) {
  server = createServer(withFirstPaint((_, response) => send(response), styleOf));
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return new Promise<{ body: string; pieces: string[]; length: string | undefined }>((resolve, reject) => {
    httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const pieces: string[] = [];
      response.setEncoding("utf8");
      response.on("data", (piece: string) => pieces.push(piece));
      response.on("end", () => resolve({ body: pieces.join(""), pieces, length: response.headers["content-length"] }));
    })
      .on("error", reject)
      .end();
  });
}

it("asks for the scripts of a page's first part later", () => {
  const html = paintFirst(head + last, styleOf);
  expect(html).not.toMatch(/<script src|rel="preload"/);
  expect(html).toContain('["/_next/static/chunks/a.js","/_next/static/chunks/main.js"]');
  expect(html.match(/PerformanceObserver/g)).toHaveLength(1);
});

it("puts the styles into the page, and loads them for those that follow", () => {
  const link = (name: string) =>
    `<link rel="stylesheet" href="/_next/static/chunks/${name}.css" data-precedence="next"/>`;
  const html = paintFirst(link("a") + link("b") + head + last, styleOf);
  expect(html).toContain("<style>a{color:red}</style>");
  expect(html).toContain('"styles":["/_next/static/chunks/a.css"]');
  expect(html).not.toContain(link("a"));
  expect(html, "one that is not there is left to the browser").toContain(link("b"));
});

it("keeps faces from files out of a first visit's first paint", () => {
  const face = "@font-face{font-family:A;src:url(/fonts/a.woff2)}";
  const own = "@font-face{font-family:B;src:local(Arial)}";
  const link = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>';
  const html = paintFirst(link + last, () => `a{color:red}${face}${own}`);
  expect(html).toContain(`<style>a{color:red}${own}</style><style media="not all">${face}</style>`);
  expect(html, "without script they come with the whole sheet").toMatch(/<noscript><link rel="stylesheet"/);
});

it("leaves a page that starts otherwise as it is", () => {
  expect(paintFirst(head, styleOf)).toBe(head);
});

it("rewrites what comes in one piece, and tells no wrong length", async () => {
  const whole = head + last + tail;
  const { body } = await ask((response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(whole));
    response.end(whole);
  });
  expect(body).toBe(paintFirst(head + last, styleOf) + tail);
});

it("finds the last script wherever the pieces break, and streams what follows", async () => {
  const first = Buffer.from(head + last);
  for (let cut = 1; cut < first.length; cut += 7) {
    let rest = () => {};
    const answer = ask((response) => {
      response.setHeader("content-type", "text/html");
      response.write(first.subarray(0, cut));
      response.write(first.subarray(cut), () => rest());
      rest = () => response.end(tail);
    });
    expect((await answer).body, `cut at ${cut}`).toBe(paintFirst(head + last, styleOf) + tail);
    server?.close();
  }
});

it("sends a page without such a script whole", async () => {
  const { body } = await ask((response) => {
    response.setHeader("content-type", "text/html");
    response.write(head);
    response.end("end");
  });
  expect(body).toBe(`${head}end`);
});

it.each([
  ["data for a page that is already open", "text/html", { headers: { rsc: "1" } }],
  ["the API", "text/html", { path: "/api/products" }],
  ["what is no page", "text/x-component", {}],
])("lets %s pass", async (_, type, asked) => {
  const { body } = await ask((response) => {
    response.setHeader("content-type", type);
    response.end(head + last);
  }, asked);
  expect(body).toBe(head + last);
});

it("tells the length of no page to HEAD", async () => {
  const { length } = await ask(
    (response) => {
      response.setHeader("content-type", "text/html");
      response.setHeader("content-length", 5);
      response.end();
    },
    { method: "HEAD" },
  );
  expect(length).not.toBe("5");
});
