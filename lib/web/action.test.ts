import "next/dist/server/node-environment-baseline";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { AppError } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/messages";
import { formInput, runForm, typed } from "./action";
import { anyone } from "./actor";
import { operation, type Run } from "./operation";
import { withinRequest } from "./testing/route";

const input = z.object({
  variantId: z.int(),
  quantity: z.int().min(1).max(9).default(1),
  note: z.string().max(20).optional(),
  gift: z.boolean().default(false),
  sizes: z.array(z.int()).default([]),
  cart: z.string().optional(),
  address: z.object({ city: z.string().min(1), line2: z.string().optional() }).optional(),
});
type Input = z.output<typeof input>;

const make = (run: Run<Input, unknown>, over: object = {}) =>
  operation({
    name: "test.form",
    summary: "",
    message: "Done.",
    input,
    output: z.unknown(),
    allow: [anyone],
    limit: "none",
    run,
    ...over,
  });
const echo = make(async ({ input }) => input);

type Entry = readonly [string, string | File];
function formOf(...entries: readonly Entry[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe("the fields of a form as an input", () => {
  const of = (...entries: readonly Entry[]) => formInput(echo, formOf(...entries));

  it("have the types that the operation wants", () => {
    expect(of(["variantId", "12"], ["quantity", "2"], ["note", "5"], ["gift", "on"])).toEqual({
      variantId: 12,
      quantity: 2,
      note: "5",
      gift: true,
    });
    expect(of(["sizes", "1"], ["sizes", "2"])).toEqual({ sizes: [1, 2] });
    expect(of(["sizes", "1"])).toEqual({ sizes: [1] });
  });

  it("stay text where they do not fit, so that they are refused", () => {
    expect(of(["variantId", "1e3"], ["quantity", "two"], ["gift", "yes"])).toEqual({
      variantId: "1e3",
      quantity: "two",
      gift: "yes",
    });
  });

  it("are absent when they are empty: a checkbox without its tick, a field that nobody filled in", () => {
    expect(of(["variantId", ""], ["note", ""], ["address.city", ""], ["address.line2", ""])).toEqual({});
  });

  it("with a dot in their name belong together", () => {
    expect(of(["address.city", "Berlin"], ["address.line2", ""], ["note", "a"])).toEqual({
      address: { city: "Berlin" },
      note: "a",
    });
  });

  it("that the operation does not know, that the framework adds, or that are files, are no part of it", () => {
    const file = new File(["x"], "note.txt");
    expect(
      of(["$ACTION_ID_1", ""], ["locale", "en"], ["note", file], ["__proto__", "x"], ["constructor", "x"]),
    ).toEqual({});
    of(["__proto__.polluted", "yes"], ["constructor.prototype.polluted", "yes"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

it("shows again what was typed, and never what is secret", () => {
  const form = formOf(
    ["name", "Ada"],
    ["postcode", "10115"],
    ["email", ""],
    ["$ACTION_ID_1", "x"],
    ["code", "123456"],
    ["current", "old secret"],
    ["password", "new secret"],
    ["newPassword", "new secret"],
    ["file", new File(["x"], "x")],
  );
  expect(typed(form)).toEqual({ name: "Ada", postcode: "10115", email: "" });
});

describe.skipIf(!hasDatabase)("a form", () => {
  useTestDatabase();

  /** Sends it as the browser does, with these cookies. */
  async function submit(
    to: typeof echo,
    entries: readonly Entry[],
    { locale = "en", cookie = "" }: { locale?: string; cookie?: string } = {},
  ) {
    const request = new NextRequest("http://localhost:3000/cart", { method: "POST", headers: { cookie } });
    const form = formOf(...entries);
    const { result, ...left } = await withinRequest(request, () => runForm(to, locale, formInput(to, form), form));
    return { ...left, result, state: result.ok ? null : result.state };
  }

  it("that works gives what the operation made", async () => {
    const { result } = await submit(echo, [
      ["variantId", "12"],
      ["gift", "on"],
    ]);
    expect(result).toEqual({ ok: true, data: { variantId: 12, quantity: 1, gift: true, sizes: [] } });
  });

  it("that fails keeps what was typed, with each error beside its field", async () => {
    const typed = [
      ["variantId", "twelve"],
      ["quantity", "10"],
      ["note", "a".repeat(21)],
      ["gift", "on"],
      ["address.city", "Berlin"],
    ] as const;
    const { state } = await submit(echo, [...typed, ["$ACTION_KEY", "k"], ["picture", new File(["x"], "x.png")]]);
    expect(state).toEqual({
      message: translator("en")("errors.invalid"),
      code: "invalid",
      errors: [
        expect.objectContaining({ field: "variantId" }),
        { field: "quantity", code: "too_big", message: "Choose at most 9." },
        { field: "note", code: "too_big", message: "Use at most 20 characters." },
      ],
      values: Object.fromEntries(typed),
      data: null,
    });
  });

  it("names a field inside of another by its path", async () => {
    const { state } = await submit(echo, [
      ["variantId", "1"],
      ["address.line2", "second floor"],
    ]);
    expect(state?.errors).toEqual([expect.objectContaining({ field: "address.city", message: "Fill this in." })]);
    expect(state?.values).toEqual({ variantId: "1", "address.line2": "second floor" });
  });

  it("about what is so no longer is told what is so now", async () => {
    const changed = make(async () => {
      throw new AppError("changed", "The price changed.", { data: { expectedTotal: 500 } });
    });
    const { state } = await submit(changed, [["variantId", "1"]]);
    expect(state).toMatchObject({ code: "changed", message: "The price changed.", data: { expectedTotal: 500 } });
  });

  it("reads the operation's cookies where it says nothing itself", async () => {
    const reads = make(async ({ input }) => input.cart ?? null, { cookies: { cart: "cart" } });
    const of = async (entries: readonly Entry[], cookie?: string) =>
      (await submit(reads, [["variantId", "1"], ...entries], { cookie })).result;
    expect(await of([], "cart=12x2")).toMatchObject({ data: "12x2" });
    expect(await of([["cart", "1x1"]], "cart=12x2")).toMatchObject({ data: "1x1" });
    expect(await of([], "cart=12x2.%E0%A4%A")).toMatchObject({ data: "12x2.%E0%A4%A" });
    expect(await of([])).toMatchObject({ data: null });
  });

  const leave: Run<Input, unknown> = async ({ input, context, record }) => {
    await record("order.moved", { orderId: 1, productIds: [7] });
    context.cookies.push({ name: "cart", value: "12x2", httpOnly: false, maxAge: 60 });
    context.cookies.push({ name: "session", value: null, httpOnly: true });
    if (input.note === "throws") throw new AppError("conflict", "No.");
    return input.note === "returns" ? new AppError("conflict", "No.") : null;
  };

  it.each(["works", "returns"])("sets the cookies and expires what changed, where it %s", async (note) => {
    const { setCookies, expired } = await submit(make(leave), [
      ["variantId", "1"],
      ["note", note],
    ]);
    expect(setCookies).toEqual([
      expect.stringMatching(/^cart=12x2; Path=\/; Expires=.*; Max-Age=60; SameSite=lax$/),
      expect.stringMatching(/^session=; Path=\/; Max-Age=0; HttpOnly; SameSite=lax$/),
    ]);
    expect(expired).toEqual(["product:7"]);
  });

  it("leaves nothing where it was taken back", async () => {
    const { setCookies, expired, state } = await submit(make(leave), [
      ["variantId", "1"],
      ["note", "throws"],
    ]);
    expect([setCookies, expired, state?.message]).toEqual([[], [], "No."]);
  });

  it.each(["", "_", "xx", "EN", "en_US", "../x", "//example.com", "<b>"])(
    "in a locale that is not spoken here (%o) is answered in the default one",
    async (locale) => {
      const speaks = make(async ({ context }) => [context.locale, context.say("cart.full", { count: 100 })]);
      const { result } = await submit(speaks, [["variantId", "1"]], { locale });
      expect(result).toEqual({ ok: true, data: ["en", translator("en")("cart.full", { count: 100 })] });
    },
  );
});
