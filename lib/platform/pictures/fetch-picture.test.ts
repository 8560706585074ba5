import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Address, type FetchSettings, fetchPicture } from "./fetch-picture";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on one of the loopback's addresses; returns its port and the paths that it was asked for. */
async function serve(answer: Answer, host = "127.0.0.1", port = 0) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  server.listen(port, host);
  await once(server, "listening");
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

/** The tests' public network is one address of the loopback; the others stay inside. */
const outside = "127.0.0.1";
const names: Record<string, string[]> = {
  "shop.test": [outside],
  "two.test": [outside, "127.0.0.2"],
  "inside.test": ["127.0.0.2"],
  "mapped.test": ["::ffff:127.0.0.1"],
  "empty.test": [],
};
const lookedUp: string[] = [];
const settings: Partial<FetchSettings> = {
  mayConnect: (ip) => ip === outside,
  resolve: async (host) => {
    lookedUp.push(host);
    if (!names[host]) throw new Error("ENOTFOUND");
    return names[host].map((address): Address => ({ address, family: address.includes(":") ? 6 : 4 }));
  },
};
const fetched = (url: string, over: Partial<FetchSettings> = {}) => fetchPicture(url, { ...settings, ...over });
const failing = (code: string, more: object = {}) => expect.objectContaining({ name: "FetchError", code, ...more });

describe("what lies inside", () => {
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://0/",
    "https://localhost/",
  ])("%s is not asked for", async (url) => {
    await expect(fetchPicture(url)).rejects.toEqual(failing("address", { passing: false }));
  });

  it("is refused with a server there that would answer", async () => {
    const { port, asked } = await serve((_, response) => response.end("secret"));
    for (const host of ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"]) {
      await expect(fetchPicture(`http://${host}:${port}/`)).rejects.toEqual(failing("address"));
    }
    expect(asked).toEqual([]);
  });

  it.each([
    "ftp://shop.test/a",
    "file:///etc/passwd",
    "data:image/png;base64,AA",
    "gopher://shop.test/",
    "//shop.test/a",
    "",
    "http://user:pass@shop.test/",
    "http://shop.test:25/",
    "http://shop.test:22/",
  ])("no address of a picture: %s", async (url) => {
    await expect(fetched(url)).rejects.toEqual(failing("address", { passing: false }));
  });

  it("is refused when one address of several lies there", async () => {
    const { port, asked } = await serve((_, response) => response.end("fine"));
    await expect(fetched(`http://two.test:${port}/`)).rejects.toEqual(failing("address"));
    await expect(fetched(`http://mapped.test:${port}/`)).rejects.toEqual(failing("address"));
    expect(asked).toEqual([]);
  });

  it("is refused wherever a redirect leads there", async () => {
    const inside = await serve((_, response) => response.end("secret"), "127.0.0.2");
    for (const to of [
      `http://inside.test:${inside.port}/`,
      `http://127.0.0.2:${inside.port}/`,
      `//inside.test:${inside.port}/x`,
      "file:///etc/passwd",
      "http://shop.test:22/",
    ]) {
      const { port } = await serve((_, response) => response.writeHead(302, { location: to }).end());
      await expect(fetched(`http://shop.test:${port}/`), to).rejects.toEqual(failing("address"));
    }
    expect(inside.asked).toEqual([]);
  });

  it("is not reached by a name that means something else the second time", async () => {
    const inside = await serve((_, response) => response.end("secret"), "127.0.0.2");
    const { asked } = await serve((_, response) => response.end("fine"), outside, inside.port);
    let times = 0;
    const resolve = async () => {
      times += 1;
      return [{ address: times === 1 ? outside : "127.0.0.2", family: 4 }];
    };
    const bytes = await fetched(`http://rebound.test:${inside.port}/`, { resolve });
    expect(bytes.toString()).toBe("fine");
    expect(times).toBe(1);
    expect(asked).toEqual([`rebound.test:${inside.port}/`]);
    expect(inside.asked).toEqual([]);
    // A redirect to the same name is looked at again.
    const moved = await serve((_, response) => response.writeHead(301, { location: "/again" }).end());
    times = 0;
    await expect(fetched(`http://rebound.test:${moved.port}/`, { resolve })).rejects.toEqual(failing("address"));
    expect(moved.asked).toHaveLength(1);
  });
});

describe("what lies outside", () => {
  it("is fetched by its name, through redirects, with nothing that is ours", async () => {
    let headers: IncomingMessage["headers"] = {};
    const { port, asked } = await serve((request, response) => {
      headers = request.headers;
      if (request.url === "/a.jpg") response.writeHead(302, { location: "b%20c.jpg?x=1" }).end();
      else response.end("bytes");
    });
    lookedUp.length = 0;
    expect((await fetched(`http://shop.test:${port}/a.jpg`)).toString()).toBe("bytes");
    expect(asked).toEqual([`shop.test:${port}/a.jpg`, `shop.test:${port}/b%20c.jpg?x=1`]);
    expect(lookedUp).toEqual(["shop.test", "shop.test"]);
    expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  });

  it.each([
    [404, false],
    [403, false],
    [410, false],
    [204, false],
    [304, false],
    [429, true],
    [500, true],
    [503, true],
  ])("that answers %i is none; it may come later: %s", async (status, passing) => {
    const { port } = await serve((_, response) => response.writeHead(status).end());
    await expect(fetched(`http://shop.test:${port}/`)).rejects.toEqual(failing("answer", { status, passing }));
  });

  it("that leads round in a circle is given up", async () => {
    const { port, asked } = await serve((_, response) => response.writeHead(302, { location: "/" }).end());
    await expect(fetched(`http://shop.test:${port}/`)).rejects.toEqual(failing("redirects", { passing: false }));
    expect(asked).toHaveLength(6);
  });

  it("is read no further than the limit, said or not", async () => {
    const said = await serve((_, response) =>
      response.writeHead(200, { "content-length": 5001 }).end("x".repeat(5001)),
    );
    await expect(fetched(`http://shop.test:${said.port}/`, { largest: 5000 })).rejects.toEqual(failing("too_large"));
    let closed: Promise<unknown> | undefined;
    const endless = await serve((_, response) => {
      closed = once(response, "close");
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(1000)));
      };
      response.on("drain", more);
      more();
    });
    await expect(fetched(`http://shop.test:${endless.port}/`, { largest: 5000 })).rejects.toEqual(failing("too_large"));
    await closed;
    const fits = await serve((_, response) => response.end("x".repeat(5000)));
    expect((await fetched(`http://shop.test:${fits.port}/`, { largest: 5000 })).length).toBe(5000);
  });

  it("is not waited for for ever: before the answer, and within it", async () => {
    const silent = await serve(() => undefined);
    const slow = await serve((_, response) => void response.write("a bit"));
    for (const { port } of [silent, slow]) {
      await expect(fetched(`http://shop.test:${port}/`, { deadline: 60 })).rejects.toEqual(
        failing("slow", { passing: true }),
      );
    }
    const never = () => new Promise<Address[]>(() => undefined);
    await expect(fetched("http://shop.test/", { deadline: 30, resolve: never })).rejects.toEqual(failing("slow"));
  });

  it("that cannot be reached may be later", async () => {
    const { port } = await serve((_, response) => response.end());
    for (const stop of stops.splice(0)) stop();
    for (const url of [`http://shop.test:${port}/`, "http://nowhere.test/", "http://empty.test/"]) {
      await expect(fetched(url)).rejects.toEqual(failing("unreachable", { passing: true }));
    }
    const rude = createSocketServer((socket) => socket.end("hello\r\n\r\n"));
    rude.listen(0, outside);
    await once(rude, "listening");
    stops.push(() => rude.close());
    const { port: rudePort } = rude.address() as AddressInfo;
    await expect(fetched(`http://shop.test:${rudePort}/`)).rejects.toEqual(failing("unreachable"));
    const cut = await serve((_, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("only this");
      setImmediate(() => response.destroy());
    });
    await expect(fetched(`http://shop.test:${cut.port}/`)).rejects.toEqual(failing("unreachable"));
  });
});
