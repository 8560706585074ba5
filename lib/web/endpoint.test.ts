import "next/dist/server/node-environment-baseline";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { AppError } from "@/lib/platform/errors";
import { limits } from "@/lib/platform/limits";
import { anyone, customer } from "./actor";
import { handlers, nothingHere, rest } from "./endpoint";
import { type Method, operation } from "./operation";
import { freshIp } from "./testing/context";
import { ask, type RunThing, thingDoors } from "./testing/door";

describe.skipIf(!hasDatabase)("a REST door", () => {
  useTestDatabase();

  const failing = (error: () => unknown) =>
    thingDoors(async () => {
      throw error();
    });

  describe("answers", () => {
    it("with the envelope, the promised status, and nothing for a cache to keep", async () => {
      const {
        status,
        json: envelope,
        headers,
      } = await ask(thingDoors(undefined, { status: 201 }), { body: JSON.stringify({ name: "a" }) });
      expect(status).toBe(201);
      expect(envelope).toEqual({ success: true, message: "Done.", data: { name: "a" } });
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-type")).toBe("application/json");
    });

    it("a file to keep under its name, for a person to read", async () => {
      const { headers, json: envelope, text } = await ask(thingDoors(undefined, { download: "thing.json" }));
      expect(headers.get("content-disposition")).toBe('attachment; filename="thing.json"');
      expect(headers.get("content-type")).toBe("application/json");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(envelope).toMatchObject({ success: true });
      expect(text).toContain('\n  "data"');
    });

    it("a list with its page apart", async () => {
      const page = { number: 1, size: 2, total: 1, next: null, previous: null };
      const { json: envelope } = await ask(thingDoors(async () => ({ items: [1], page })));
      expect(envelope).toEqual({ success: true, message: "Done.", data: [1], meta: { page } });
    });

    it("a refusal with its status, its fields and the id of the request", async () => {
      const errors = [{ field: "name", code: "out_of_stock", message: "Only 3 left" }];
      const doors = failing(() => new AppError("out_of_stock", "Only 3 left", { errors, data: { left: 3 } }));
      const { status, json: envelope, headers } = await ask(doors, { headers: { "x-request-id": "r-1" } });
      expect(status).toBe(409);
      expect(envelope).toEqual({
        success: false,
        message: "Only 3 left",
        data: { left: 3 },
        code: "out_of_stock",
        errors,
        requestId: "r-1",
      });
      expect(headers.get("cache-control")).toBe("no-store");
    });

    it("a failure of ours without what is inside", async () => {
      const { status, text } = await ask(failing(() => new Error("secret detail")));
      expect(status).toBe(500);
      expect(text).not.toContain("secret");
    });

    it("who is not signed in with 401, and a dead token like none", async () => {
      const doors = thingDoors(undefined, {}, { allow: [customer] });
      expect((await ask(doors)).status).toBe(401);
      expect((await ask(doors, { headers: { authorization: "Bearer a.b.c" } })).status).toBe(401);
    });

    it("how long to wait when a limit or a refusal says so", async () => {
      const { status, headers } = await ask(
        failing(() => new AppError("rate_limited", "Too often.", { retryAfter: 7 })),
      );
      expect([status, headers.get("retry-after")]).toEqual([429, "7"]);
      const strict = thingDoors(undefined, {}, { limit: "submit" });
      const from = { headers: { "x-charsu-ip": freshIp() } };
      await Promise.all(Array.from({ length: limits.submit[0].limit }, () => ask(strict, from)));
      const refused = await ask(strict, from);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await ask(strict, { headers: { "x-charsu-ip": freshIp() } })).headers.get("retry-after")).toBeNull();
    });

    it("with the cookies that the operation left, also where it refuses and what it wrote stays", async () => {
      const leave: RunThing = async ({ input, context }) => {
        context.cookies.push({ name: "cart", value: "12x2", httpOnly: false, maxAge: 60 });
        context.cookies.push({ name: "session", value: null, httpOnly: true });
        if (input.name === "throws") throw new AppError("conflict", "No.");
        return input.name === "returns" ? new AppError("conflict", "No.") : null;
      };
      const both = [
        "cart=12x2; Path=/; SameSite=Lax; Max-Age=60",
        "session=; Path=/; SameSite=Lax; Max-Age=0; HttpOnly",
      ];
      const setBy = async (name: string) =>
        (await ask(thingDoors(leave), { body: JSON.stringify({ name }) })).headers.getSetCookie();
      expect(await setBy("works")).toEqual(both);
      expect(await setBy("returns")).toEqual(both);
      expect(await setBy("throws")).toEqual([]);
    });

    it("and expires what changed, not what was taken back", async () => {
      const sell: RunThing = async ({ input, record }) => {
        await record("order.moved", { orderId: 1, productIds: [7] });
        if (input.name === "throws") throw new AppError("conflict", "No.");
        return null;
      };
      expect((await ask(thingDoors(sell))).expired).toEqual(["product:7"]);
      expect((await ask(thingDoors(sell), { body: JSON.stringify({ name: "throws" }) })).expired).toEqual([]);
    });
  });

  describe("that is public", () => {
    const doors = thingDoors(
      async ({ input, context }) => {
        context.cookies.push({ name: "told", value: "1", httpOnly: true });
        if (input.name === "throws") throw new AppError("not_found", "No.");
        return input;
      },
      { method: "GET", cache: "public" },
    );
    const read = (query: string, headers = {}) =>
      ask(doors, { method: "GET", path: `/api/things?name=${query}`, headers });

    it("carries an ETag of its content and no cookie", async () => {
      const [one, again, other] = [await read("a"), await read("a"), await read("b")];
      expect(one.headers.get("cache-control")).toMatch(/^public, max-age=0, s-maxage=\d+$/);
      expect(one.headers.getSetCookie()).toEqual([]);
      expect(one.headers.get("etag")).toMatch(/^"[\w-]{27}"$/);
      expect(again.headers.get("etag")).toBe(one.headers.get("etag"));
      expect(other.headers.get("etag")).not.toBe(one.headers.get("etag"));
    });

    it("answers 304 to who has it", async () => {
      const etag = (await read("a")).headers.get("etag")!;
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, `"x" , W/${etag}`, "*"]) {
        const { status, text, headers } = await read("a", { "if-none-match": known });
        expect([status, text, headers.get("etag")], known).toEqual([304, "", etag]);
        expect(headers.get("cache-control")).toContain("public");
      }
      for (const other of ['"x"', "", etag.slice(1, -1), `${etag.slice(0, -2)}"`]) {
        expect((await read("a", { "if-none-match": other })).status, other).toBe(200);
      }
    });

    it("tells no cache to keep a refusal", async () => {
      const { status, headers } = await read("throws", { "if-none-match": "*" });
      expect([status, headers.get("cache-control"), headers.get("etag")]).toEqual([404, "no-store", null]);
    });

    it("answers HEAD as it answers GET", async () => {
      const [get, head] = await Promise.all(
        (["GET", "HEAD"] as const).map((method) => ask(doors, { method, path: "/api/things?name=a" })),
      );
      expect([head!.status, ...head!.headers]).toEqual([get!.status, ...get!.headers]);
    });
  });

  describe("for a method that is not there", () => {
    it.each([
      ["what only writes", thingDoors(), ["GET", "HEAD", "PUT", "PATCH", "DELETE"], "POST, OPTIONS"],
      [
        "what only reads",
        thingDoors(undefined, { method: "GET" }),
        ["POST", "PUT", "PATCH", "DELETE"],
        "GET, HEAD, OPTIONS",
      ],
      ["nothing", handlers({}), ["GET", "POST"], "OPTIONS"],
    ] as const)("tells those that are: %s", async (_, doors, missing, allow) => {
      for (const method of missing) {
        const { status, json: envelope, headers } = await ask(doors, { method, headers: { "x-request-id": "r-2" } });
        expect([status, headers.get("allow")], method).toEqual([405, allow]);
        expect(envelope).toMatchObject({ success: false, code: "method_not_allowed", data: null, requestId: "r-2" });
      }
      const { status, text, headers } = await ask(doors, { method: "OPTIONS" });
      expect([status, text, headers.get("allow"), headers.get("cache-control")]).toEqual([204, "", allow, "no-store"]);
    });

    it("is its own operation for each that is", async () => {
      const of = (method: Method) =>
        operation({
          name: `test.${method}`,
          summary: "",
          message: method,
          input: z.object({}),
          output: z.null(),
          allow: [anyone],
          limit: "none",
          http: { method, path: "/api/things" },
          run: async () => null,
        });
      const doors = rest(of("GET"), of("PUT"));
      expect((await ask(doors, { method: "GET" })).json.message).toBe("GET");
      expect((await ask(doors, { method: "PUT" })).json.message).toBe("PUT");
      expect((await ask(doors, { method: "POST" })).headers.get("allow")).toBe("GET, PUT, HEAD, OPTIONS");
    });
  });

  it("of an address where nothing is says so to every method", async () => {
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
      const { status, json: envelope } = await ask(nothingHere(), { method });
      expect([status, envelope.code], method).toEqual([404, "not_found"]);
    }
  });
});
