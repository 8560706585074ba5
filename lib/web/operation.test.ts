import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { pool } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { AppError } from "@/lib/platform/errors";
import { limits } from "@/lib/platform/limits";
import { admin, anyone, customer, nobody } from "./actor";
import { plainContext } from "./context";
import { operation, type Run } from "./operation";
import { freshIp, signedIn, stranger } from "./testing/context";

const input = z.object({ name: z.string().min(1) });
const output = z.object({ id: z.int() });

describe.skipIf(!hasDatabase)("an operation", () => {
  const { owner } = useTestDatabase();
  let shopper: { id: number };

  beforeEach(async () => {
    shopper = await makeUser(owner());
    await owner().execute(sql`delete from codes.hit`);
  });

  type Over = Partial<Parameters<typeof operation<typeof input, typeof output>>[0]>;
  const make = (run: Run<{ name: string }, { id: number }>, over: Over = {}) =>
    operation({
      name: "test",
      summary: "",
      message: "Done.",
      input,
      output,
      allow: [customer],
      limit: "none",
      run,
      ...over,
    });
  /** Writes a row that stays only when the transaction is committed. */
  const rename = (tx: Parameters<Run<never, never>>[0]["tx"], name: string) =>
    tx.execute(sql`update users set name = ${name} where id = app_uid()`);
  const nameNow = async () => {
    const { rows } = await owner().execute<{ name: string }>(sql`select name from users where id = ${shopper.id}`);
    return rows[0]!.name;
  };
  const never: Run<{ name: string }, { id: number }> = () => {
    throw new Error("It must not get here.");
  };

  it("runs as the actor's login, knows the person, and answers with what was promised", async () => {
    const whoAmI = operation({
      ...make(never),
      output: z.object({ user: z.int(), login: z.string() }),
      run: async ({ tx }) => {
        const { rows } = await tx.execute<{ user: number; login: string }>(
          sql`select app_uid() as user, session_user::text as login`,
        );
        return rows[0]!;
      },
    });
    const result = await whoAmI.safe(signedIn(shopper), { name: "x" });
    expect(result).toEqual({
      ok: true,
      message: "Done.",
      data: { user: shopper.id, login: expect.stringMatching(/_shop$/) },
    });
  });

  it("strips from the output what was not promised", async () => {
    const generous = make(async () => ({ id: 1, passwordHash: "secret" }));
    expect(await generous.call(signedIn(shopper), { name: "x" })).toEqual({ id: 1 });
  });

  it("looks at the limit first, then at who asks, then at the input", async () => {
    const strict = make(never, { limit: "submit" });
    const ip = freshIp();
    expect(await strict.safe(stranger({ ip }), {})).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
    expect(await strict.safe(signedIn(shopper, { ip }), {})).toMatchObject({ ok: false, error: { code: "invalid" } });
    const rest = Array.from({ length: limits.submit[0].limit - 2 }, () => strict.safe(stranger({ ip }), {}));
    await Promise.all(rest);
    const refused = await strict.safe(stranger({ ip }), {});
    expect(refused).toMatchObject({ ok: false, error: { code: "rate_limited", status: 429 } });
    expect(!refused.ok && refused.error.retryAfter).toBeGreaterThan(0);
    expect(await strict.safe(stranger(), {}), "another address").toMatchObject({
      ok: false,
      error: { code: "unauthenticated" },
    });
  });

  it("does not ask who it is when the limit refuses, and tells 401 from 403", async () => {
    const staffOnly = make(never, { allow: [admin] });
    expect(await staffOnly.safe(stranger(), {})).toMatchObject({ error: { status: 401 } });
    expect(await staffOnly.safe(signedIn(shopper), {})).toMatchObject({ error: { status: 403 } });
    const supervisor = plainContext({ ...nobody, userId: shopper.id, roles: ["supervisor"] });
    expect(await staffOnly.safe(supervisor, {})).toMatchObject({ error: { status: 403 } });
  });

  it("uses the login of the first right that the actor has", async () => {
    const both = operation({
      ...make(never),
      allow: [admin, anyone],
      output: z.string(),
      run: async ({ tx }) => {
        const { rows } = await tx.execute<{ login: string }>(sql`select session_user::text as login`);
        return rows[0]!.login;
      },
    });
    const asAdmin = plainContext({ ...nobody, userId: shopper.id, roles: ["admin"] });
    expect(await both.call(asAdmin, { name: "x" })).toMatch(/_admin$/);
    expect(await both.call(stranger(), { name: "x" })).toMatch(/_shop$/);
  });

  it("writes the event in the transaction and leaves the tags to the door", async () => {
    const context = signedIn(shopper);
    const sell = make(async ({ record }) => {
      await record("order.moved", { orderId: 1, productIds: [7] });
      return { id: 1 };
    });
    await sell.call(context, { name: "x" });
    expect([...context.expired]).toEqual(["product:7"]);
    const { rows } = await owner().execute(sql`select name, payload from events where user_id = ${shopper.id}`);
    expect(rows).toEqual([{ name: "order.moved", payload: { orderId: 1, productIds: [7] } }]);
  });

  const touch: Run<{ name: string }, { id: number }> = async ({ tx, record, context }) => {
    await rename(tx, "Written");
    await record("order.moved", { orderId: 1, productIds: [8] });
    context.cookies.push({ name: "told", value: "1", httpOnly: true });
    return { id: 1 };
  };
  const trace = async (context: ReturnType<typeof signedIn>) => {
    const { rows } = await owner().execute(sql`select id from events where user_id = ${shopper.id}`);
    return { name: await nameNow(), events: rows.length, tags: context.expired.size, cookies: context.cookies.length };
  };
  const nothing = { name: "Test Shopper", events: 0, tags: 0, cookies: 0 };
  const all = { name: "Written", events: 1, tags: 1, cookies: 1 };

  it.each([
    ["an AppError thrown", () => new AppError("conflict", "No."), "conflict"],
    ["an unexpected error", () => new Error("secret detail"), "internal"],
  ])("%s takes back rows, events, tags and cookies", async (_, error, code) => {
    const context = signedIn(shopper, { cookies: [] });
    const fails = make(async (given) => {
      await touch(given);
      throw error();
    });
    expect(await fails.safe(context, { name: "x" })).toMatchObject({ ok: false, error: { code } });
    expect(await trace(context)).toEqual(nothing);
  });

  it("an output that was not promised takes everything back as well", async () => {
    const context = signedIn(shopper);
    const lies = make(async (given) => ({ ...(await touch(given)), id: "one" }) as never);
    const result = await lies.safe(context, { name: "x" });
    expect(result).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(await trace(context)).toEqual(nothing);
  });

  it("an AppError that is returned refuses, and what was written stays", async () => {
    const context = signedIn(shopper);
    const refuses = make(async (given) => {
      await touch(given);
      return new AppError("conflict", "No, but noted.");
    });
    expect(await refuses.safe(context, { name: "x" })).toMatchObject({
      ok: false,
      error: { message: "No, but noted." },
    });
    expect(await trace(context)).toEqual(all);
  });

  it("a function that is returned makes the output after the commit, with every connection free", async () => {
    const context = signedIn(shopper);
    const later = make(async (given) => {
      await touch(given);
      return async () => {
        const { max } = pool("shop").options;
        const held = await Promise.all(Array.from({ length: max }, () => pool("shop").connect()));
        for (const client of held) client.release();
        return { id: (await nameNow()) === "Written" ? 7 : 0, more: "not promised" };
      };
    });
    expect(await later.call(context, { name: "x" })).toEqual({ id: 7 });
    expect(await trace(context)).toEqual(all);
  });

  it.each([
    ["throws", () => Promise.reject(new AppError("unavailable", "Later.")), "unavailable"],
    ["breaks its promise", async () => ({ id: "one" }) as never, "internal"],
  ])("a function that is returned and %s refuses, and what was written stays", async (_, work, code) => {
    const context = signedIn(shopper);
    const later = make(async (given) => {
      await touch(given);
      return work;
    });
    expect(await later.safe(context, { name: "x" })).toMatchObject({ ok: false, error: { code } });
    expect(await trace(context)).toEqual(all);
  });

  it("a function that is returned and throws leaves no cookie of its own", async () => {
    const context = signedIn(shopper);
    const later = make(async (given) => {
      await touch(given);
      return async () => {
        context.cookies.push({ name: "sent", value: "1", httpOnly: true });
        throw new AppError("unavailable", "Later.");
      };
    });
    await later.safe(context, { name: "x" });
    expect(context.cookies.map(({ name }) => name)).toEqual(["told"]);
  });

  it("tells nobody an inside detail", async () => {
    const fails = make(async ({ tx }) => {
      await tx.execute(sql`select * from no_such_table`);
      return { id: 1 };
    });
    const result = await fails.safe(signedIn(shopper), { name: "x" });
    expect(!result.ok && [result.error.status, result.error.message, result.error.errors, result.error.data]).toEqual([
      500,
      "Something went wrong on our side. Nothing was changed.",
      [],
      null,
    ]);
  });

  it("turns what a constraint says into words", async () => {
    const { variant } = await makeProduct(owner(), (await makeRetailer(owner())).id);
    const denied = make(async ({ tx }) => {
      await tx.execute(sql`update variants set stock = -1 where id = ${variant.id}`);
      return { id: 1 };
    });
    expect(await denied.safe(signedIn(shopper), { name: "x" })).toMatchObject({ error: { code: "forbidden" } });
  });

  it("that only reads cannot write", async () => {
    const reads = make(touch, { readOnly: true });
    expect((await reads.safe(signedIn(shopper), { name: "x" })).ok).toBe(false);
    expect(await nameNow()).toBe("Test Shopper");
  });

  it("lets the framework's own control flow through, and `call` throws", async () => {
    const redirects = make(async () => {
      throw Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;/" });
    });
    await expect(redirects.safe(signedIn(shopper), { name: "x" })).rejects.toMatchObject({ digest: "NEXT_REDIRECT;/" });
    await expect(make(never).call(stranger(), { name: "x" })).rejects.toBeInstanceOf(AppError);
  });

  it("gives every connection back: a hundred failures at once, and it still runs", async () => {
    const fails = make(async () => {
      throw new Error("no");
    });
    await Promise.all(Array.from({ length: 100 }, () => fails.safe(signedIn(shopper), { name: "x" })));
    expect(await make(async () => ({ id: 5 })).call(signedIn(shopper), { name: "x" })).toEqual({ id: 5 });
  });
});
