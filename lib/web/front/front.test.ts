import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createFront, type Front, type FrontOptions } from "@/lib/web/front";

const KEY = "internal-key";
let front: Front | undefined;
let port = 0;
let seen: { url?: string; headers: IncomingHttpHeaders } | undefined;

async function start(options: Partial<FrontOptions> = {}): Promise<void> {
  front = createFront({
    upstream: (request, response) => {
      seen = { url: request.url, headers: request.headers };
      response.end("served");
    },
    origin: "https://shop.example",
    production: false,
    dev: false,
    trustProxy: false,
    internalKey: KEY,
    onError: () => {},
    ...options,
  });
  await new Promise<void>((resolve) => front?.server.listen(0, "127.0.0.1", resolve));
  port = (front.server.address() as AddressInfo).port;
  seen = undefined;
}

afterEach(() => front?.drain(0));

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(path: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, agent: false, ...options }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on("error", reject);
    request.end();
  });
}

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("addresses and methods", () => {
  it.each(["/p/%E0%A4%A", "/p/%00", "/p?q=%00", "/p/%5cx", "/a/%2e%2e/b", "//evil.example/", "/%", "/%c0%ae"])(
    "refuses %s with 400",
    async (path) => {
      await start();
      expect((await ask(path)).status).toBe(400);
      expect(seen).toBeUndefined();
    },
  );

  it.each(["/p/%D8%A2%D8%A8", "/s?q=100%", "/s?q=%E0%A4%A", "/a%20b", "/.well-known/x", "/s?q=a\\b"])(
    "serves %s",
    async (path) => {
      await start();
      expect((await ask(path)).status).toBe(200);
      expect(seen?.url).toBe(path);
    },
  );

  it.each([
    ["/api/orders/", "/api/orders"],
    ["/api/products//?q=a/", "/api/products?q=a/"],
    ["/api/", "/api"],
    ["/cart/", "/cart/"],
  ])("takes the API with a slash at its end: %s", async (path, url) => {
    await start();
    expect((await ask(path)).status).toBe(200);
    expect(seen?.url).toBe(url);
  });

  it.each([
    ["GET http://evil.example/ HTTP/1.1\r\nHost: x", "400"],
    ["GET /a\\b HTTP/1.1\r\nHost: x", "400"],
    ["GET /\xdaa HTTP/1.1\r\nHost: x", "400"],
    ["FOO / HTTP/1.1\r\nHost: x", "405"],
    ["TRACE / HTTP/1.1\r\nHost: x", "405"],
    ["CONNECT a.example:443 HTTP/1.1\r\nHost: x", "405"],
    ["GET / HTTP/1.1", "400"],
    [`GET /${"a".repeat(9000)} HTTP/1.1\r\nHost: x`, "414"],
    [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(40_000)}`, "431"],
    ["GET /ws/nothing HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade", "404"],
    ["GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, close", "200"],
  ])("answers %.60s", async (head, status) => {
    await start();
    const closing = head.includes("Connection") ? head : `${head}\r\nConnection: close`;
    expect(await raw(`${closing}\r\n\r\n`)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it("answers in the envelope under /api and with a page elsewhere", async () => {
    await start();
    const api = await ask("/api/%E0%A4%A");
    expect(JSON.parse(api.body)).toEqual({
      success: false,
      message: "The address is not valid percent-encoded UTF-8",
      data: null,
      code: "malformed",
      errors: [],
      requestId: api.headers["x-request-id"],
    });
    expect((await ask("/%E0%A4%A")).headers["content-type"]).toContain("text/html");
    expect((await ask("/", { method: "TRACE" })).headers.allow).toContain("PATCH");
  });
});

describe("headers", () => {
  it("sets the security headers on what it serves and refuses, HSTS in production only", async () => {
    await start();
    for (const path of ["/", "/%00"]) {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers["strict-transport-security"]).toBeUndefined();
    }
    await front?.drain(0);
    await start({ production: true });
    expect((await ask("/")).headers["strict-transport-security"]).toContain("max-age=63072000");
  });

  it("drops internal headers, keeps the router's", async () => {
    await start();
    const answer = await ask("/", {
      headers: {
        "x-middleware-subrequest": "a",
        "x-nextjs-data": "1",
        "x-charsu-ip": "6.6.6.6",
        "x-charsu-internal-key": "guess",
        "x-request-id": "mine",
        "x-forwarded-host": "evil.example",
        "next-resume": "1",
        rsc: "1",
        "next-router-prefetch": "1",
      },
    });
    expect(seen?.headers).toMatchObject({ rsc: "1", "next-router-prefetch": "1", "x-charsu-ip": "127.0.0.1" });
    expect(seen?.headers["x-request-id"]).toBe(answer.headers["x-request-id"]);
    expect(seen?.headers["x-request-id"]).not.toBe("mine");
    for (const gone of [
      "x-middleware-subrequest",
      "x-nextjs-data",
      "x-charsu-internal-key",
      "x-forwarded-host",
      "next-resume",
    ]) {
      expect(seen?.headers).not.toHaveProperty(gone);
    }
  });

  it("believes the last hop of a trusted proxy alone", async () => {
    const headers = { "x-forwarded-for": "1.1.1.1, 2.2.2.2" };
    await start();
    await ask("/", { headers });
    expect(seen?.headers["x-charsu-ip"]).toBe("127.0.0.1");
    await front?.drain(0);
    await start({ trustProxy: true });
    await ask("/", { headers });
    expect(seen?.headers["x-charsu-ip"]).toBe("2.2.2.2");
  });
});

describe("closed doors", () => {
  it("closes /dev in production", async () => {
    await start({ production: true });
    expect((await ask("/dev/outbox")).status).toBe(404);
    expect((await ask("/%64ev/outbox")).status).toBe(404);
    expect((await ask("/developers")).status).toBe(200);
    await front?.drain(0);
    await start();
    expect((await ask("/dev/outbox")).status).toBe(200);
  });

  it("opens /api/internal to the key alone", async () => {
    await start();
    for (const path of ["/api/internal/expire", "/api/%69nternal/expire", "/api//internal/expire"]) {
      expect((await ask(path, { method: "POST", headers: { "x-charsu-internal-key": "internal-kex" } })).status).toBe(
        404,
      );
    }
    expect(
      (await ask("/api/internal/expire", { method: "POST", headers: { "x-charsu-internal-key": KEY } })).status,
    ).toBe(200);
  });
});

describe("foreign requests", () => {
  const cookie = "session=1";
  const form = "application/x-www-form-urlencoded";
  it.each([
    ["our origin", "/cart", { cookie, origin: "https://shop.example" }, 200],
    ["our own host", "/cart", { cookie, origin: "HOST" }, 200],
    ["another origin", "/cart", { cookie, origin: "https://evil.example" }, 403],
    [
      "another origin with a forwarded host",
      "/cart",
      { cookie, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
      403,
    ],
    ["another origin without cookies (login)", "/api/auth/login", { origin: "https://evil.example" }, 403],
    ["a null origin", "/api/orders", { cookie, origin: "null" }, 403],
    ["cross-site without Origin", "/api/orders", { cookie, "sec-fetch-site": "cross-site" }, 403],
    ["an action without Origin", "/cart", { cookie, "next-action": "x" }, 403],
    ["an action of the same origin", "/cart", { cookie, "sec-fetch-site": "same-origin" }, 200],
    ["an API client with cookies and JSON", "/api/orders", { cookie, "content-type": "application/json" }, 200],
    ["an API client with cookies and a form", "/api/orders", { cookie, "content-type": form }, 403],
    ["an API client without cookies", "/api/cart/add_item", { "content-type": form }, 200],
    ["a Bearer from anywhere", "/api/orders", { authorization: "Bearer t", origin: "https://app.example" }, 200],
    ["a Bearer with cookies", "/api/orders", { cookie, authorization: "Bearer t", origin: "https://app.example" }, 403],
  ])("%s", async (_name, path, headers, status) => {
    await start();
    const given =
      "origin" in headers && headers.origin === "HOST" ? { ...headers, origin: `http://127.0.0.1:${port}` } : headers;
    expect((await ask(path, { method: "POST", headers: given })).status).toBe(status);
  });

  it("takes only the public origin in production, and names its host to Next", async () => {
    await start({ production: true });
    const own = { cookie, origin: `http://127.0.0.1:${port}` };
    expect((await ask("/cart", { method: "POST", headers: own })).status).toBe(403);
    await ask("/cart", { method: "POST", headers: { cookie, origin: "https://shop.example" } });
    expect(seen?.headers).toMatchObject({ "x-forwarded-host": "shop.example", "x-forwarded-proto": "https" });
  });

  it("lets a foreign GET pass", async () => {
    await start();
    expect((await ask("/", { headers: { cookie, origin: "https://evil.example" } })).status).toBe(200);
  });
});

it("answers 500 without an inside detail when upstream throws", async () => {
  await start({ upstream: () => Promise.reject(new Error("inside")) });
  const answer = await ask("/api/x");
  expect([answer.status, JSON.parse(answer.body).code]).toEqual([500, "internal"]);
  expect(answer.body).not.toContain("inside");
});

it("lets running requests end when it drains, and cuts them at the limit", async () => {
  await start({ upstream: (_request, response) => void setTimeout(() => response.end("late"), 150) });
  const running = ask("/");
  await new Promise((resolve) => setTimeout(resolve, 50));
  const drained = front?.drain();
  expect((await running).body).toBe("late");
  await drained;
  await expect(ask("/")).rejects.toThrow("ECONNREFUSED");

  await start({ upstream: () => {} });
  const stuck = ask("/").catch((error: Error) => error.message);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await front?.drain(100);
  expect(await stuck).toContain("socket hang up");
});
