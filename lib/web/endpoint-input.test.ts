import { describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { type Asked, ask, thingDoors } from "./testing/door";

describe.skipIf(!hasDatabase)("a REST door", () => {
  useTestDatabase();

  describe("reads a body", () => {
    const data = async (asked: Asked) => {
      const { status, json: envelope } = await ask(thingDoors(), asked);
      return status === 200 ? envelope.data : `${status} ${envelope.code}`;
    };

    it.each([
      ["an object", { body: JSON.stringify({ name: "ü" }) }, { name: "ü" }],
      ["none as an empty object", {}, {}],
      ["blanks as an empty object", { body: " \n" }, {}],
      ["with a charset", { body: "{}", headers: { "content-type": "Application/JSON; charset=utf-8" } }, {}],
      ["with fields that nobody knows", { body: '{"name":"a","other":1,"__proto__":{"name":"b"}}' }, { name: "a" }],
    ])("%s", async (_, asked, expected) => {
      expect(await data(asked)).toEqual(expected);
    });

    const stream = (chunk: string, times: number) =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          if (times-- > 0) controller.enqueue(new TextEncoder().encode(chunk));
          else controller.close();
        },
      });
    const [largest, tooLarge] = [1_000_000, 1_000_001].map((size) => JSON.stringify({ other: "a".repeat(size - 12) }));

    it.each([
      ["broken JSON", { body: '{"name":' }, "400 malformed"],
      ["a list", { body: "[]" }, "400 malformed"],
      ["null", { body: "null" }, "400 malformed"],
      ["broken UTF-8", { body: Buffer.from('{"name":"\xff"}', "latin1") }, "400 malformed"],
      ["what no database keeps", { body: '{"name":"\\u0000"}' }, "400 malformed"],
      ["another type", { body: "a=1", headers: { "content-type": "text/plain" } }, "415 unsupported_media_type"],
      ["no type", { body: "{}", headers: { "content-type": "" } }, "415 unsupported_media_type"],
      ["a length over a megabyte", { body: "{}", headers: { "content-length": "1000001" } }, "413 too_large"],
      ["more than a megabyte of unsaid length", { body: stream("a".repeat(1000), 1_000_000) }, "413 too_large"],
      ["one byte over a megabyte", { body: tooLarge! }, "413 too_large"],
      ["a wrong field", { body: JSON.stringify({ count: "1" }) }, "422 invalid"],
    ])("but not %s", async (_, asked: Asked, expected) => {
      expect(await data(asked)).toBe(expected);
    });

    it("of a megabyte and no more", async () => {
      expect(await data({ body: largest! })).toEqual({});
    });

    it("and names each wrong field", async () => {
      const { json: envelope } = await ask(thingDoors(), {
        body: JSON.stringify({ count: "1", name: "a".repeat(21) }),
      });
      expect(envelope.errors.map(({ field }: { field: string }) => field).sort()).toEqual(["count", "name"]);
    });
  });

  describe("makes one input", () => {
    const doors = thingDoors(
      undefined,
      { path: "/api/things/{id}", headers: { key: "Idempotency-Key" } },
      { cookies: { cart: "cart" } },
    );
    const of = async (asked: Asked) => (await ask(doors, asked)).json.data;

    it("of the body, a header over it, a cookie where the body says nothing, and the path over all", async () => {
      const headers = { "idempotency-key": "k-1", cookie: "cart=12x2; other=1" };
      const body = JSON.stringify({ id: 5, key: "from the body", name: "a" });
      expect(await of({ body, headers, params: { id: "7" } })).toEqual({ id: 7, key: "k-1", cart: "12x2", name: "a" });
      expect(await of({ body: JSON.stringify({ cart: "1x1" }), headers: { cookie: "cart=12x2" } })).toEqual({
        cart: "1x1",
      });
      expect(await of({ body: JSON.stringify({ key: "from the body" }) })).toEqual({ key: "from the body" });
    });

    it("with what is sound in a cookie that cannot be decoded", async () => {
      expect(await of({ headers: { cookie: "cart=12x2.%E0%A4%A" } })).toEqual({ cart: "12x2.%E0%A4%A" });
    });

    it("of a query for GET, HEAD and DELETE, in the types of the fields", async () => {
      for (const method of ["GET", "HEAD", "DELETE"] as const) {
        const reads = thingDoors(undefined, { method: method === "DELETE" ? method : "GET", path: "/api/things/{id}" });
        const asked = { method, path: "/api/things/7?id=5&count=2&name=3&other=4", params: { id: "7" } };
        expect((await ask(reads, asked)).json.data, method).toEqual({ id: 7, count: 2, name: "3" });
      }
    });

    it("and calls an address that cannot be one not found", async () => {
      const [noAddress, wrongField] = [{ id: "x" }, { id: "7" }];
      expect((await ask(doors, { params: noAddress })).json.code).toBe("not_found");
      expect((await ask(doors, { params: wrongField, body: JSON.stringify({ count: "x" }) })).json.code).toBe(
        "invalid",
      );
    });
  });
});
