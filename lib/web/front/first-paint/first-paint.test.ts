import { createServer, request as httpRequest, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { withFirstPaint } from "@/lib/web/front/first-paint";
import { dataUri, paintFirst } from "@/lib/web/front/first-paint/html";

const hint = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>';
const head = `<!DOCTYPE html><html><head>${hint}<script src="/_next/static/chunks/a.js" async=""></script></head><body>سلام`;
const last = '<script src="/_next/static/chunks/main.js" id="_R_" async=""></script>';
const tail = '<script>self.__next_f.push([1])</script><script src="/_next/static/chunks/hole.js" async=""></script>';

const svg = `<svg xmlns="http://www.w3.org/2000/svg"><path fill="#a&#37;" d="M0 0"/></svg>`;
const drawingOf = (path: string) => (path.endsWith("/small.svg") ? svg : undefined);

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
  server = createServer(withFirstPaint((_, response) => send(response), drawingOf));
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return new Promise<{ body: string; pieces: string[]; length: string | undefined; link: unknown }>(
    (resolve, reject) => {
      httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
        const pieces: string[] = [];
        response.setEncoding("utf8");
        response.on("data", (piece: string) => pieces.push(piece));
        response.on("end", () =>
          resolve({
            body: pieces.join(""),
            pieces,
            length: response.headers["content-length"],
            link: response.headers.link,
          }),
        );
      })
        .on("error", reject)
        .end();
    },
  );
}

it("asks for the scripts of a page's first part later", () => {
  const html = paintFirst(head + last, drawingOf);
  expect(html).not.toMatch(/<script src|rel="preload"/);
  expect(html).toContain('["/_next/static/chunks/a.js","/_next/static/chunks/main.js"]');
  expect(html.match(/PerformanceObserver/g)).toHaveLength(1);
});

it("asks for late styles later, but at once where they are known and where no script runs", () => {
  const link = (late: string) => `<link rel="stylesheet" href="/fonts/faces.css" data-precedence="${late}"/>`;
  const html = paintFirst(link("late") + head + last, drawingOf);
  expect(html).not.toContain(link("late"));
  expect(html).toContain('"styles":["/fonts/faces.css"]');
  expect(html).toMatch(/localStorage\.faces\).*href:"\/fonts\/faces\.css"/);
  expect(html).toContain('<noscript><link rel="stylesheet" href="/fonts/faces.css"/></noscript>');
  expect(paintFirst(link("next") + last, drawingOf)).toContain(link("next"));
});

it("brings the small drawing that a page opens with", () => {
  const page = (name: string) =>
    `<link rel="preload" as="image" href="/pictures/${name}.svg" fetchPriority="high"/><img src="/pictures/${name}.svg" alt="" fetchPriority="high"/>`;
  const html = paintFirst(page("small") + page("large") + last, drawingOf);
  expect(html).not.toContain("/pictures/small.svg");
  expect(html).toContain(page("large"));
  const uri = /<img src="(data:[^"]+)" alt/.exec(html)?.[1] ?? "";
  expect(decodeURIComponent(uri.slice("data:image/svg+xml,".length))).toBe(svg.replaceAll('"', "'"));
});

it("writes a drawing with both kinds of quotes, and with percents, so that it reads back", () => {
  for (const text of [`<a b="c" d='e'>100% %22 #</a>`, "<a>\n\t{}|^`\\</a>", '<svg title="١٢">&amp;</svg>']) {
    const uri = dataUri(text);
    expect(uri).not.toMatch(/["<>#\n]/);
    expect(decodeURIComponent(uri.slice("data:image/svg+xml,".length)).replaceAll("'", '"')).toBe(
      text.replaceAll("'", '"'),
    );
  }
});

it("leaves a page that starts otherwise as it is", () => {
  expect(paintFirst(head, drawingOf)).toBe(head);
});

it("asks at once for the scripts of a page that shows nothing without them", () => {
  const shell = head.replace("<html>", '<html id="__next_error__">') + last;
  expect(paintFirst(shell, drawingOf)).toBe(shell);
});

it("rewrites what comes in one piece, and tells no wrong length", async () => {
  const whole = head + last + tail;
  const { body } = await ask((response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(whole));
    response.end(whole);
  });
  expect(body).toBe(paintFirst(head + last, drawingOf) + tail);
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
    expect((await answer).body, `cut at ${cut}`).toBe(paintFirst(head + last, drawingOf) + tail);
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

it("asks in no header for what comes with the page or later", async () => {
  const hint = (name: string) => `</pictures/${name}.svg>; rel=preload; as="image"; fetchpriority="high"`;
  const { link } = await ask((response) => {
    response.setHeader("content-type", "text/html");
    const faces = '</fonts/faces-1.css>; rel=preload; as="style"';
    response.setHeader("link", `${hint("small")}, ${faces}, ${hint("large")}`);
    response.end(head + last);
  });
  expect(link).toBe(hint("large"));
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
