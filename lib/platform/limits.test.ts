import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { AppError } from "./errors";
import { limited, limits, sendsToOne, takeAll, waitOf } from "./limits";
import { translator } from "./messages";

const say = translator("en");

describe("how long to wait", () => {
  it.each([
    [1, "Wait a second and"],
    [90, "Wait 90 seconds and"],
    [91, "Wait 2 minutes and"],
    [5_400, "Wait 90 minutes and"],
    [5_401, "Wait 2 hours and"],
    [86_400, "Wait 24 hours and"],
  ])("%i s: %s", (seconds, text) => {
    expect(say("errors.rate_limited", waitOf(seconds))).toContain(text);
  });
});

describe.skipIf(!hasDatabase)("limits by name", () => {
  const { owner } = useTestDatabase();

  beforeEach(() => owner().execute(sql`delete from codes.hit`));

  const refusal = async (work: Promise<void>) => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof AppError ? error : undefined;
  };

  it.each([
    ["sendCode", 30],
    ["checkCode", 60],
    ["checkPassword", 60],
    ["submit", 60],
    ["write", 120],
  ] as const)("%s lets %i through, also all at once", async (name, most) => {
    expect(limits[name][0].limit).toBe(most);
    const answers = await Promise.all(Array.from({ length: most + 20 }, () => refusal(limited(name, "10.9.9.9", say))));
    const refused = answers.filter((each) => each !== undefined);
    expect(refused).toHaveLength(20);
    for (const each of refused) {
      expect(each).toMatchObject({ code: "rate_limited", status: 429 });
      expect(each.retryAfter).toBeGreaterThan(0);
      // Long lists of moments are kept in slots of a 64th of the window.
      expect(each.retryAfter).toBeLessThanOrEqual(Math.ceil((limits[name][0].seconds * 65) / 64));
      expect(each.message).toBe(say("errors.rate_limited", waitOf(each.retryAfter ?? 0)));
    }
    expect(await refusal(limited(name, "10.9.9.8", say)), "another source").toBeUndefined();
  });

  it("none counts nothing", async () => {
    await limited("none", "10.0.0.1", say);
    expect((await owner().execute(sql`select * from codes.hit`)).rows).toEqual([]);
  });

  it("one identifier: the shortest window speaks first, and a refusal counts against none", async () => {
    const take = () => refusal(takeAll("send-code", "somebody", sendsToOne, say));
    const aged = () =>
      owner().execute(sql`update codes.hit set moments = array(select m - 61000 from unnest(moments) m)`);
    expect(await take()).toBeUndefined();
    expect((await take())?.retryAfter).toBeLessThanOrEqual(60);
    await aged();
    expect(await take()).toBeUndefined();
    await aged();
    expect(await take()).toBeUndefined();
    await aged();
    const fourth = await take();
    expect(fourth?.retryAfter, "three in ten minutes").toBeGreaterThan(60);
    expect(fourth?.retryAfter).toBeLessThanOrEqual(600);
  });

  it("keeps no source in clear", async () => {
    await limited("write", "203.0.113.77", say);
    const { rows } = await owner().execute<{ all: string }>(sql`select json_agg(h)::text as all from codes.hit h`);
    expect(rows[0]!.all).not.toContain("203.0.113.77");
  });
});
