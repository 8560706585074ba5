import { describe, expect, it } from "vitest";
import * as z from "zod";
import { AppError, errorStatus } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/messages";
import { type EventPayload, tags, tagsOf } from "./cache-tags";
import { serializeCookie } from "./cookies";
import { databaseError } from "./database-error";
import { errorEnvelope, successEnvelope } from "./envelope";
import { fieldErrors } from "./field-errors";

const say = translator("en");

describe("the envelope", () => {
  it("wraps data, lists and nothing", () => {
    expect(successEnvelope({ id: 1 }, "Here.")).toEqual({ success: true, message: "Here.", data: { id: 1 } });
    expect(successEnvelope(undefined, "Done.")).toEqual({ success: true, message: "Done.", data: null });
    const page = { number: 1, size: 2, total: 3, next: 2, previous: null };
    expect(successEnvelope({ items: [1, 2], page }, "All.")).toEqual({
      success: true,
      message: "All.",
      data: [1, 2],
      meta: { page },
    });
    expect(successEnvelope({ items: [1] }, "A cart has items too.")).toMatchObject({ data: { items: [1] } });
  });

  it("carries an error without its cause", () => {
    const error = new AppError("out_of_stock", "Only 3 left", {
      errors: [{ field: "items.0.quantity", code: "out_of_stock", message: "Only 3 left" }],
      cause: new Error("select * from secrets"),
    });
    const envelope = errorEnvelope(error, "r-1");
    expect(envelope).toEqual({
      success: false,
      message: "Only 3 left",
      data: null,
      code: "out_of_stock",
      errors: [{ field: "items.0.quantity", code: "out_of_stock", message: "Only 3 left" }],
      requestId: "r-1",
    });
    expect(JSON.stringify(envelope)).not.toContain("secrets");
  });

  it("has a status for each code", () => {
    for (const [code, status] of Object.entries(errorStatus)) {
      expect(new AppError(code as keyof typeof errorStatus, "").status).toBe(status);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe("field errors", () => {
  const schema = z.object({
    name: z.string(),
    code: z.string("fields.code").regex(/^\d+$/, "fields.code"),
    age: z.int().min(18).max(99),
    note: z.string().min(5).max(8),
    tags: z.array(z.string()).min(1),
    address: z.object({ city: z.string().min(1) }),
  });
  const errorsOf = (raw: unknown) => {
    const parsed = schema.safeParse(raw, { reportInput: true });
    return Object.fromEntries(fieldErrors(parsed.error!, say).map(({ field, message }) => [field, message]));
  };

  it("say what is missing, what is wrong and by how much", () => {
    expect(errorsOf({ code: "x", age: 5, note: "abc", tags: [], address: { city: "" } })).toEqual({
      name: "Fill this in.",
      code: "Enter the digits of the code.",
      age: "Choose at least 18.",
      note: "Use at least 5 characters.",
      tags: "Choose at least 1.",
      "address.city": "Fill this in.",
    });
    expect(errorsOf({ name: 5, code: null, age: "20", note: "a".repeat(9), tags: ["x"], address: "Berlin" })).toEqual({
      name: "This does not look right.",
      code: "Enter the digits of the code.",
      age: "This does not look right.",
      note: "Use at most 8 characters.",
      address: "This does not look right.",
    });
    expect(errorsOf({ age: 100 })).toMatchObject({ age: "Choose at most 99.", address: "Fill this in." });
  });

  it("tell one thing for each field, and for the whole when it is no object", () => {
    const twice = z.object({ a: z.string().min(3).regex(/x/) }).safeParse({ a: "" });
    expect(fieldErrors(twice.error!, say)).toHaveLength(1);
    expect(errorsOf(null)).toEqual({ "": "This does not look right." });
  });
});

describe("what the database says", () => {
  it.each([
    [{ code: "23514", constraint: "variants_stock" }, "out_of_stock"],
    [{ code: "23514", constraint: "orders_transition" }, "conflict"],
    [{ code: "23505", constraint: "users_email_key" }, "conflict"],
    [{ code: "23503" }, "conflict"],
    [{ code: "42501" }, "forbidden"],
    [{ code: "40P01" }, "unavailable"],
    [{ code: "57014" }, "unavailable"],
    [{ code: "22021" }, "invalid"],
    [{ cause: { cause: { code: "23505" } } }, "conflict"],
    [new Error("timeout exceeded when trying to connect"), "unavailable"],
  ])("%o is %s", (error, code) => {
    expect(databaseError(error, say)?.code).toBe(code);
  });

  it.each([
    [{ code: "42P01" }],
    [{ code: "23514", constraint: "unforeseen" }],
    [new Error("x")],
    [null],
    [undefined],
    ["23505"],
  ])("%o is not foreseen", (error) => {
    expect(databaseError(error, say)).toBeNull();
  });
});

describe("a cookie", () => {
  it("is written with all that belongs to it", () => {
    const cart = { name: "cart", value: "12x2.45x1", httpOnly: false, maxAge: 60 };
    expect(serializeCookie(cart, false)).toBe("cart=12x2.45x1; Path=/; SameSite=Lax; Max-Age=60");
    expect(serializeCookie({ ...cart, httpOnly: true }, true)).toBe(
      "cart=12x2.45x1; Path=/; SameSite=Lax; Max-Age=60; HttpOnly; Secure",
    );
    expect(serializeCookie({ name: "s", value: "1", httpOnly: true }, false)).toBe(
      "s=1; Path=/; SameSite=Lax; HttpOnly",
    );
    expect(serializeCookie({ ...cart, value: null }, false)).toBe("cart=; Path=/; SameSite=Lax; Max-Age=0");
  });

  it("cannot be broken out of by a name", () => {
    const header = serializeCookie(
      { name: "name", value: "Sara; Domain=evil\r\nSet-Cookie: a=b, ü", httpOnly: false },
      false,
    );
    expect(header).toBe("name=Sara%3B%20Domain%3Devil%0D%0ASet-Cookie%3A%20a%3Db%2C%20%C3%BC; Path=/; SameSite=Lax");
  });
});

describe("cache tags", () => {
  it("name what an event changed", () => {
    expect(tagsOf("catalog.imported", { retailerId: 3, productIds: [1, 2] })).toEqual([
      "catalog",
      "retailer:3",
      "product:1",
      "product:2",
    ]);
    expect(tagsOf("categories.changed", {})).toEqual(["categories", "catalog"]);
    expect(tagsOf("retailer.changed", { retailerId: 3 })).toEqual(["retailer:3", "catalog"]);
    expect(tagsOf("order.moved", { orderId: 1, productIds: [7] })).toEqual(["product:7"]);
  });

  it.each([undefined, null, Number.NaN, ""])("with %o in it throw", (hole) => {
    expect(() => tags.product(hole as number)).toThrow("hole");
    expect(() => tagsOf("retailer.changed", { retailerId: hole } as EventPayload<"retailer.changed">)).toThrow("hole");
  });
});
