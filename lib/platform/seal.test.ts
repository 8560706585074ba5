import { afterEach, expect, test } from "vitest";
import { setEnv } from "./env";
import { seal, unseal } from "./seal";

const secret = Buffer.from("a secret of some length");

afterEach(() => setEnv({ AUTH_SECRET: undefined }));

test("opens for its use and owner alone, and never looks the same twice", () => {
  const sealed = seal("two-factor", "7", secret);
  expect(unseal("two-factor", "7", sealed)).toEqual(secret);
  expect(unseal("two-factor", "8", sealed)).toBeNull();
  expect(unseal("another", "7", sealed)).toBeNull();
  expect(seal("two-factor", "7", secret)).not.toBe(sealed);
  expect(Buffer.from(sealed, "base64url").includes(secret)).toBe(false);
});

test("opens with the AUTH_SECRET that it was sealed with", () => {
  const sealed = seal("two-factor", "7", secret);
  setEnv({ AUTH_SECRET: "another secret of more than 32 characters" });
  expect(unseal("two-factor", "7", sealed)).toBeNull();
});

test("does not open once any bit of it was changed, nor as nonsense", () => {
  const sealed = Buffer.from(seal("two-factor", "7", secret), "base64url");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(unseal("two-factor", "7", changed.toString("base64url")), `byte ${at}`).toBeNull();
  }
  for (const text of ["", "x", "not sealed at all", sealed.subarray(0, 20).toString("base64url")]) {
    expect(unseal("two-factor", "7", text), text).toBeNull();
  }
});
