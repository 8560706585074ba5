import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { issueCode } from "@/lib/accounts/codes";
import { otherThan } from "@/lib/accounts/testing/codes";
import { setEnv } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { redisServerPath } from "@/lib/platform/store/testing/redis-process";
import { startUpstashServer, type UpstashServer } from "@/lib/platform/store/testing/upstash-server";
import { stranger } from "@/lib/web/testing/context";
import { resetPassword } from "./reset";
import { verifyCode } from "./sign-in";
import { makeLogin } from "./testing/login-account";

const redisServer = redisServerPath();
const hundred = Array.from({ length: 100 }, (_, index) => index);

describe.skipIf(!hasDatabase || !redisServer)("with codes on Redis (skipped without a redis-server)", () => {
  const { owner } = useTestDatabase();
  let upstash: UpstashServer;
  let number = 0;
  let identifier: string;

  beforeAll(async () => {
    upstash = await startUpstashServer(redisServer!);
    setEnv({ UPSTASH_REDIS_REST_URL: upstash.url, UPSTASH_REDIS_REST_TOKEN: upstash.token });
  });
  afterAll(async () => {
    setEnv({ UPSTASH_REDIS_REST_URL: undefined, UPSTASH_REDIS_REST_TOKEN: undefined });
    await upstash?.stop();
  });
  beforeEach(() => {
    number += 1;
    identifier = `redis-${number}@example.com`;
  });

  const ask = async (purpose: "sign-in" | "reset") => {
    const to = { channel: "email", address: identifier } as const;
    return { identifier, ...(await issueCode({ purpose, to }, false, translator("en"))) };
  };
  const sessions = async () => {
    const { rows } = await owner().execute<{ n: number }>(
      sql`select count(*)::int as n from sessions s join users u on u.id = s.user_id where u.email = ${identifier}`,
    );
    return rows[0]!.n;
  };
  const refused = (answers: readonly ({ ok: true } | { ok: false; error: { code: string } })[]) =>
    answers.filter((answer) => !answer.ok && answer.error.code === "wrong_code").length;

  it("a hundred uses of the right code at once open one session", async () => {
    const asked = await ask("sign-in");
    const answers = await Promise.all(hundred.map(() => verifyCode.safe(stranger(), asked)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused(answers)).toBe(99);
    expect(await sessions()).toBe(1);
  });

  it("a hundred guesses at once open none, and leave nothing to guess at", async () => {
    const asked = await ask("sign-in");
    const guess = (by: number) => verifyCode.safe(stranger(), { ...asked, code: otherThan(asked.code, by + 1) });
    expect(refused(await Promise.all(hundred.map(guess)))).toBe(100);
    expect(await verifyCode.safe(stranger(), asked)).toMatchObject({ ok: false, error: { status: 401 } });
    expect(await sessions()).toBe(0);
  });

  it("a password that was refused leaves the code of a reset, which then sets another, once", async () => {
    await makeLogin(owner(), { email: identifier, name: "Sara Example" });
    const asked = { ...(await ask("reset")), password: "coffee for one, please" };
    const own = await resetPassword.safe(stranger(), { ...asked, password: "Sara Example" });
    expect(own).toMatchObject({ ok: false, error: { errors: [{ field: "password", code: "own" }] } });
    const answers = await Promise.all(hundred.map(() => resetPassword.safe(stranger(), asked)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused(answers)).toBe(99);
  });
});
