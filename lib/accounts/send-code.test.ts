import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { setEnv } from "@/lib/platform/env";
import { freshIp, stranger } from "@/lib/web/testing/context";
import { type CodeUse, useCode } from "./codes";
import type { Identifier } from "./identifier";
import { challengeCookies, sendCode } from "./send-code";
import { codeIn, forgetSends, otherThan } from "./testing/codes";

describe.skipIf(!hasDatabase)("a code for each purpose", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let to: Identifier;

  beforeEach(async () => {
    number += 1;
    to = { channel: "email", address: `purpose-${number}@example.com` };
    await forgetSends(owner());
  });
  afterEach(() => setEnv({ SMS_DAILY_CAP: undefined }));

  const send = async (use: CodeUse, staff = false) => {
    await forgetSends(owner());
    const { challenge } = await sendCode(use, staff, stranger());
    return { challenge, code: await codeIn(owner(), use.to.address) };
  };
  const tried = async (use: CodeUse, given: { challenge: string; code: string }) => {
    const { say } = stranger();
    return useCode(use, given, { ip: freshIp(), say }).then(
      () => "used",
      (error: { code: string }) => error.code,
    );
  };

  const uses = (address: Identifier): CodeUse[] => [
    { purpose: "sign-in", to: address },
    { purpose: "reset", to: address },
    { purpose: "contact", to: address, userId: 1 },
    { purpose: "contact", to: address, userId: 2 },
    { purpose: "deletion", to: address, userId: 1 },
    { purpose: "deletion", to: address, userId: 2 },
  ];

  it("opens nothing else, nor the same for another account", async () => {
    const all = uses(to);
    for (const [index, use] of all.entries()) {
      const given = await send(use);
      for (const other of all.filter((_, at) => at !== index)) {
        expect(await tried(other, given), `${JSON.stringify(use)} for ${JSON.stringify(other)}`).toBe("wrong_code");
      }
      expect(await tried(use, given)).toBe("used");
      expect(await tried(use, given), "twice").toBe("wrong_code");
    }
  });

  it("leaves the codes for other purposes alone, and takes the place of the one before for its own", async () => {
    const first = await send({ purpose: "reset", to });
    const other = await send({ purpose: "sign-in", to });
    const second = await send({ purpose: "reset", to });
    expect(await tried({ purpose: "reset", to }, first)).toBe("wrong_code");
    expect(await tried({ purpose: "sign-in", to }, other)).toBe("used");
    expect(await tried({ purpose: "reset", to }, second)).toBe("used");
  });

  it("says what it is for, has eight digits for staff, and stays in a cookie of its own", async () => {
    const texts = new Set<string>();
    for (const use of uses(to)) {
      await forgetSends(owner());
      const context = stranger();
      const { challenge } = await sendCode(use, true, context);
      const code = await codeIn(owner(), to.address);
      expect(code).toMatch(/^\d{8}$/);
      expect(context.cookies).toEqual([
        { name: challengeCookies[use.purpose], value: challenge, httpOnly: true, maxAge: 300 },
      ]);
      const { rows } = await owner().execute<{ text: string }>(
        sql`select text from outbox_message where recipient = ${to.address} order by id desc limit 1`,
      );
      texts.add(rows[0]!.text.replace(code, ""));
    }
    expect(texts.size, "two of the uses are the same purpose for two accounts").toBe(4);
  });

  it("compares at most five of a hundred guesses at once, for every purpose", async () => {
    for (const use of uses(to)) {
      const given = await send(use);
      const guesses = await Promise.all(
        Array.from({ length: 100 }, (_, index) => tried(use, { ...given, code: otherThan(given.code, index + 1) })),
      );
      expect(new Set(guesses)).toEqual(new Set(["wrong_code"]));
      expect(await tried(use, given), use.purpose).toBe("wrong_code");
    }
  });

  it("is sent to one address once a minute, whatever it is for", async () => {
    await sendCode({ purpose: "sign-in", to }, false, stranger());
    for (const use of uses(to)) {
      const context = stranger();
      await expect(sendCode(use, false, context), use.purpose).rejects.toMatchObject({ code: "rate_limited" });
      expect(context.cookies).toEqual([]);
    }
  });

  describe("by SMS", () => {
    const at = (number: string) =>
      sendCode({ purpose: "sign-in", to: { channel: "sms", address: number } }, false, stranger());
    const sent = async () => {
      const { rows } = await owner().execute<{ n: number }>(
        sql`select count(*)::int as n from outbox_message where channel = 'sms'`,
      );
      return rows[0]!.n;
    };
    const settled = async (all: string[]) => {
      const answers = await Promise.allSettled(all.map(at));
      return answers.filter(({ status }) => status === "fulfilled").length;
    };

    it("is capped for numbers of one prefix, and others still get theirs", async () => {
      setEnv({ SMS_DAILY_CAP: "100" });
      const before = await sent();
      expect(await settled(Array.from({ length: 40 }, (_, index) => `+49151234${50_000 + index}`))).toBe(5);
      expect(await sent()).toBe(before + 5);
      expect(await settled(["+4915122345678", "+989123456789"])).toBe(2);
    });

    it("is capped for the day, over all prefixes", async () => {
      setEnv({ SMS_DAILY_CAP: "7" });
      const before = await sent();
      const many = Array.from({ length: 12 }, (_, index) => `+49151${20 + index}345678`);
      expect(await settled(many)).toBe(7);
      expect(await sent()).toBe(before + 7);
    });
  });
});
