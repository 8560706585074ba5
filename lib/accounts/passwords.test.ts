import { hash } from "@node-rs/argon2";
import { describe, expect, it, test } from "vitest";
import { translator } from "@/lib/platform/messages";
import { newPassword } from "./input";
import { generatePassword, hashPassword, needsRehash, refuseGuessable, verifyPassword } from "./passwords";

const say = translator("en");
const read = (password: unknown) => newPassword.safeParse(password);

describe("a password to be set", () => {
  it.each([
    ["eight123", "eight123"],
    ["a".repeat(128), "a".repeat(128)],
    ["😀".repeat(8), "😀".repeat(8)],
    ["😀".repeat(128), "😀".repeat(128)],
    ["گذرواژهٔ من", "گذرواژهٔ من"],
    ["        ", "        "],
    ["ｐａｓｓ　ｗｏｒｔ", "pass wort"],
    ["e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", "é".repeat(8)],
  ])("may be %j", (typed, kept) => {
    expect(read(typed).data).toBe(kept);
  });

  it.each([
    "",
    "seven77",
    "a".repeat(129),
    "😀".repeat(7),
    "e\u0301".repeat(7),
    "a".repeat(100_000),
    "\ufdfa".repeat(8),
  ])("may not be %j", (typed) => {
    expect(read(typed).success).toBe(false);
  });

  it.each([null, undefined, 12345678, ["eight123"], { a: 1 }, "half a \ud83d character"])("is no %j", (typed) => {
    expect(read(typed).success).toBe(false);
  });
});

describe("what is guessed first", () => {
  const mine = ["Sara Example", "sara.example@mail.example", "+4915123456789", "Teehaus Sonne", "", null, undefined];
  const refused = (password: string) =>
    refuseGuessable(password, mine, say).then(
      () => null,
      (error: { errors: { field: string; code: string }[] }) => error.errors[0]?.code,
    );

  it.each(["password", "12345678", "PASSWORD", "iloveyou1", "qwertyuiop", "Football", "11111111", "trustno1"])(
    "%s is what many have",
    async (password) => {
      expect(await refused(password)).toBe("common");
    },
  );

  it.each([
    "Sara Example",
    "saraexample",
    "SARA-EXAMPLE",
    "sara.example@mail.example",
    "sara.example",
    "+49 1512 3456789",
    "teehaus sonne",
    "ＳＡＲＡexample",
  ])("%s is one's own", async (password) => {
    expect(await refused(password)).toBe("own");
  });

  it.each(["correct horse battery", "Sara Example 1987!", "!!!--??!!", "گذرواژهٔ من", "tea for two, please"])(
    "%s is neither",
    async (password) => {
      expect(await refused(password)).toBeNull();
    },
  );

  it("is told beside the field that was asked for", async () => {
    await expect(refuseGuessable("password", [], say, "shop.password")).rejects.toMatchObject({
      code: "invalid",
      errors: [{ field: "shop.password", code: "common" }],
    });
  });
});

describe("a hash", () => {
  it("is argon2id with the parameters of OWASP, another one each time, and fits its password alone", async () => {
    const [one, two] = await Promise.all([hashPassword("a password", say), hashPassword("a password", say)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "a password", say)).toBe(true);
    expect(await verifyPassword(one, "a passwore", say)).toBe(false);
    expect(await verifyPassword(one, "", say)).toBe(false);
  });

  it("that is not there fits nothing, with the work of one that is", async () => {
    for (const password of ["", "a password", "\0".repeat(32)]) {
      expect(await verifyPassword(undefined, password, say)).toBe(false);
    }
  });

  it.each([
    [{ memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }, false],
    [{ memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }, false],
    [{ memoryCost: 8 * 1024, timeCost: 2, parallelism: 1 }, true],
    [{ memoryCost: 19 * 1024, timeCost: 1, parallelism: 1 }, true],
    [{ memoryCost: 19 * 1024, timeCost: 2, parallelism: 1, algorithm: 0 }, true],
  ])("with %j is made anew: %j", async (options, anew) => {
    expect(needsRehash(await hash("a password", options))).toBe(anew);
  });

  it("is made for hundreds at once, and refused with a time to come back for more", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 220 }, () => verifyPassword(undefined, "x", say)));
    const refused = answers.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(220 - 202);
    for (const each of refused) expect(each).toMatchObject({ reason: { code: "unavailable", retryAfter: 5 } });
  });
});

test("a generated password is hard to guess and may be set", async () => {
  const password = generatePassword();
  expect(password.replaceAll("-", "").length * Math.log2(31)).toBeGreaterThan(80);
  expect(read(password).data).toBe(password);
  await refuseGuessable(password, [], say);
});
