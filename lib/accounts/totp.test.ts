import { describe, expect, it, test } from "vitest";
import { base32, matchingStep, otpauthUri, stepOf, totp } from "./totp";

const secret = Buffer.from("12345678901234567890");

describe("a time-based code", () => {
  // Source: RFC 6238, Appendix B, the rows of SHA1.
  it.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("at second %i is %s", (second, code) => {
    const step = stepOf(new Date(second * 1000));
    expect(totp(secret, step, 8)).toBe(code);
    expect(totp(secret, step)).toBe(code.slice(2));
  });

  // Source: RFC 4226, Appendix D.
  it.each([
    ...["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"].entries(),
  ])("of counter %i is %s", (counter, code) => {
    expect(totp(secret, counter)).toBe(code);
  });
});

describe("what was typed", () => {
  const now = new Date(1_111_111_109_000);
  const at = stepOf(now);

  it("fits its own step and its neighbours, and tells which", () => {
    for (const step of [at - 1, at, at + 1]) expect(matchingStep(secret, totp(secret, step), now)).toBe(step);
    for (const step of [at - 2, at + 2]) expect(matchingStep(secret, totp(secret, step), now)).toBeNull();
  });

  it.each(["", "12345", "1234567", "abcdef", "07081８", " 081804"])("does not fit as %j", (typed) => {
    expect(matchingStep(secret, typed, now)).toBeNull();
  });
});

// Source: RFC 4648, 10, without padding.
test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("%j in base32 is %s", (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded);
});

test("the address for apps names shop and account, whatever is in them", () => {
  const uri = otpauthUri(secret, "Charsu & Co", "ada+shop@example.com");
  expect(uri).toBe(
    "otpauth://totp/Charsu%20%26%20Co:ada%2Bshop%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Charsu%20%26%20Co&digits=6&period=30",
  );
});
