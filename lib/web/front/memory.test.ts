import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as tick } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFront, type Front } from "@/lib/web/front";

const text = "the same for everybody ".repeat(200);
const forAll = { "content-type": "text/html", "cache-control": "s-maxage=60", etag: '"one"' };

let front: Front;
let port = 0;
let asked = 0;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

const says = (headers: OutgoingHttpHeaders, body: string | Buffer = text) => {
  answer = (_, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value!);
    response.end(body);
  };
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  asked = 0;
  says(forAll);
  front = createFront({
    upstream: (request, response) => {
      asked += 1;
      answer(request, response);
    },
    origin: "http://shop.example",
    production: false,
    dev: false,
    trustProxy: false,
    internalKey: "internal-key",
    onError: () => {},
  });
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  port = (front.server.address() as AddressInfo).port;
});

afterEach(async () => {
  vi.useRealTimers();
  await front.drain(0);
});

function get(path = "/", headers: OutgoingHttpHeaders = {}, method = "GET") {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }>((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}
const post = () => get("/", { origin: "http://shop.example" }, "POST");

describe("what everybody may see", () => {
  it("is asked for once in a second, and each answer has its own request id", async () => {
    const first = await get();
    const second = await get("/", { cookie: "cart=1x1" });
    expect(asked).toBe(1);
    expect(second.body.toString()).toBe(text);
    expect(second.headers.etag).toBe('W/"one"');
    expect(second.headers["cache-control"]).toBe("s-maxage=60");
    expect(second.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
    vi.setSystemTime(Date.now() + 1000);
    says(forAll, "new");
    expect((await get()).body.toString()).toBe("new");
    expect(asked).toBe(2);
  });

  it("is sent as the client can read it", async () => {
    for (const [accepted, encoding, read] of [
      ["gzip, deflate, br", "br", brotliDecompressSync],
      ["gzip;q=0.5, br;q=0", "gzip", gunzipSync],
      ["identity", undefined, (body: Buffer) => body],
    ] as const) {
      for (let round = 0; round < 2; round += 1) {
        const { headers, body } = await get("/", { "accept-encoding": accepted });
        expect(headers["content-encoding"]).toBe(encoding);
        expect(headers.vary).toBe("accept-encoding");
        expect(Number(headers["content-length"])).toBe(body.length);
        expect(read(body).toString()).toBe(text);
      }
    }
    expect(asked).toBe(1);
  });

  it("is not sent again to whoever has it", async () => {
    const first = await get("/", { "if-none-match": '"two"' });
    expect(first.status).toBe(200);
    for (const known of ['"one"', 'W/"one"', '"zero", W/"one"', "*"]) {
      const { status, headers, body } = await get("/", { "if-none-match": known });
      expect({ status, etag: headers.etag, length: body.length }).toEqual({ status: 304, etag: 'W/"one"', length: 0 });
    }
    vi.setSystemTime(Date.now() + 1000);
    expect((await get("/", { "if-none-match": '"one"' })).status).toBe(304);
    expect(asked).toBe(2);
    expect((await get()).body.toString()).toBe(text);
    expect(asked, "the answer behind a 304 was kept whole").toBe(2);
  });

  it("arrives whole however often its maker ends it", async () => {
    answer = (_, response) => {
      response.writeHead(200, forAll);
      response.write(text);
      response.end();
      setImmediate(() => response.end());
    };
    for (const encoding of ["br", "identity"]) {
      const { headers, body } = await get(`/${encoding}`, { "accept-encoding": encoding });
      expect(headers.etag).toBe('W/"one"');
      expect((encoding === "br" ? brotliDecompressSync(body) : body).toString()).toBe(text);
    }
  });

  it("is told apart by address and by what it varies on", async () => {
    answer = (request, response) => {
      for (const [name, value] of Object.entries({ ...forAll, vary: "rsc, Accept-Encoding" })) {
        response.setHeader(name, value);
      }
      response.end(`${request.url} ${request.headers.rsc ?? "page"}`);
    };
    for (let round = 0; round < 2; round += 1) {
      expect((await get("/a")).body.toString()).toBe("/a page");
      expect((await get("/a", { rsc: "1" })).body.toString()).toBe("/a 1");
      expect((await get("/a?x=1")).body.toString()).toBe("/a?x=1 page");
    }
    expect(asked).toBe(3);
  });

  it("is asked for anew after anything that may have changed it", async () => {
    await get();
    await post();
    await get();
    expect(asked).toBe(3);
  });

  it("what was asked for before a change and answered after it is not repeated", async () => {
    let finish = () => {};
    answer = (_, response) => {
      for (const [name, value] of Object.entries(forAll)) response.setHeader(name, value);
      finish = () => response.end("old");
    };
    const slow = get();
    await vi.waitUntil(() => asked === 1);
    const finishSlow = finish;
    answer = (_, response) => void response.end();
    await post();
    finishSlow();
    await slow;
    says(forAll, "new");
    expect((await get()).body.toString()).toBe("new");
  });

  it("is asked for once by many at once", async () => {
    await get();
    vi.setSystemTime(Date.now() + 1000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => get()));
    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set([text]));
    expect(asked).toBe(2);
  });

  it("answers HEAD as it does GET", async () => {
    for (let round = 0; round < 2; round += 1) {
      const { status, body, headers } = await get("/", {}, "HEAD");
      expect({ status, length: body.length, said: Number(headers["content-length"]), etag: headers.etag }).toEqual({
        status: 200,
        length: 0,
        said: text.length,
        etag: 'W/"one"',
      });
    }
    expect((await get()).body.toString()).toBe(text);
    expect(asked).toBe(1);
  });

  it("stays for good when it says that it never changes", async () => {
    says({ ...forAll, "cache-control": "public, max-age=31536000, immutable" });
    await get();
    await post();
    vi.setSystemTime(Date.now() + 3_600_000);
    expect((await get()).body.toString()).toBe(text);
    expect(asked).toBe(2);
  });
});

describe("everything else passes", () => {
  it.each([
    ["private", { ...forAll, "cache-control": "private, no-store" }],
    ["without a rule", { "content-type": "text/html", etag: '"one"' }],
    ["without an ETag", { "content-type": "text/html", "cache-control": "public" }],
    ["that sets a cookie", { ...forAll, "set-cookie": "name=x" }],
    ["that varies on cookies", { ...forAll, vary: "Cookie" }],
    ["for no time", { ...forAll, "cache-control": "s-maxage=0" }],
  ])("an answer %s", async (_, headers) => {
    says(headers);
    await get();
    const { body, headers: got } = await get("/", { "accept-encoding": "gzip" });
    expect(gunzipSync(body).toString()).toBe(text);
    expect(got["content-encoding"]).toBe("gzip");
    expect(asked).toBe(2);
  });

  it("an answer that is no success, and one to a request with a token or for a part", async () => {
    answer = (_, response) => void response.writeHead(404, forAll).end(text);
    await get();
    says(forAll);
    await get("/", { authorization: "Bearer x" });
    await get("/", { range: "bytes=0-1" });
    await get();
    expect(asked).toBe(4);
  });

  it("an answer that is larger than what is kept arrives whole", async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, "x");
    answer = (_, response) => {
      response.writeHead(200, forAll);
      for (let at = 0; at < large.length; at += 100_000) response.write(large.subarray(at, at + 100_000));
      response.end();
    };
    for (let round = 0; round < 2; round += 1) expect((await get()).body.equals(large)).toBe(true);
    expect(asked).toBe(2);
  });

  it("a streamed answer is passed on piece by piece", async () => {
    let second = () => {};
    answer = (_, response) => {
      response.setHeader("content-type", "text/html");
      response.write("first");
      second = () => response.end("second");
    };
    const pieces: string[] = [];
    await new Promise<void>((done) => {
      httpRequest({ host: "127.0.0.1", port, path: "/", agent: false }, (response) => {
        response.on("data", (chunk) => {
          pieces.push(String(chunk));
          second();
        });
        response.on("end", done);
      }).end();
    });
    expect(pieces).toEqual(["first", "second"]);
  });

  it("a client that leaves breaks nothing", async () => {
    answer = (_, response) => {
      for (const [name, value] of Object.entries(forAll)) response.setHeader(name, value);
      response.write("half");
    };
    const request = httpRequest({ host: "127.0.0.1", port, path: "/", agent: false });
    request.on("error", () => {});
    request.end();
    await vi.waitUntil(() => asked === 1);
    request.destroy();
    await tick();
    says(forAll);
    expect((await get()).body.toString()).toBe(text);
  });
});
