import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setEnv } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { redisServerPath } from "@/lib/platform/store/testing/redis-process";
import { startUpstashServer, type UpstashServer } from "@/lib/platform/store/testing/upstash-server";
import { freshIp } from "@/lib/web/testing/context";
import { type CodeUse, issueCode, useCode } from "./codes";
import { otherThan } from "./testing/codes";

const redisServer = redisServerPath();
const say = translator("en");

describe.skipIf(!redisServer)("codes on Redis (skipped without a redis-server)", () => {
  let upstash: UpstashServer;
  let number = 0;
  let use: CodeUse;

  beforeAll(async () => {
    upstash = await startUpstashServer(redisServer!);
    setEnv({ UPSTASH_REDIS_REST_URL: upstash.url, UPSTASH_REDIS_REST_TOKEN: upstash.token });
  });
  afterAll(() => upstash?.stop());
  beforeEach(() => {
    number += 1;
    use = { purpose: "sign-in", to: { channel: "email", address: `redis-${number}@example.com` } };
  });

  const tried = (given: { challenge: string; code: string }, as: CodeUse = use) =>
    useCode(as, given, { ip: freshIp(), say }).then(
      () => "used",
      (error: { code: string }) => error.code,
    );
  const used = (answers: string[]) => answers.filter((each) => each === "used").length;

  it("compare at most five of a hundred guesses at once", async () => {
    const given = await issueCode(use, false, say);
    const guesses = Array.from({ length: 100 }, (_, index) =>
      tried({ ...given, code: otherThan(given.code, index + 1) }),
    );
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(["wrong_code"]));
    expect(await tried(given)).toBe("wrong_code");
  });

  it("are used once by a hundred at once", async () => {
    const given = await issueCode(use, false, say);
    expect(used(await Promise.all(Array.from({ length: 100 }, () => tried(given))))).toBe(1);
  });

  it("open to nothing but their use, challenge and time", async () => {
    const given = await issueCode(use, false, say);
    expect(await tried(given, { purpose: "reset", to: use.to })).toBe("wrong_code");
    expect(await tried(given, { purpose: "deletion", to: use.to, userId: 1 })).toBe("wrong_code");
    expect(await tried({ ...given, challenge: "another-challenge-1234" })).toBe("wrong_code");
    for (const key of await upstash.redis.keys("charsu:code:*")) {
      expect(JSON.stringify([key, await upstash.redis.hgetall(key)])).not.toMatch(new RegExp(`${given.code}|example`));
      await upstash.redis.pexpire(key, 0);
    }
    expect(await tried(given), "after 300 s").toBe("wrong_code");
  });

  it("are sent to one address once a minute", async () => {
    await issueCode(use, false, say);
    await expect(issueCode({ purpose: "reset", to: use.to }, false, say)).rejects.toMatchObject({
      code: "rate_limited",
    });
  });
});
