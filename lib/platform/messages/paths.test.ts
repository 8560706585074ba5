import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnv } from "@/lib/platform/env";
import { pathIn, safePath } from "./paths";

describe("a path", () => {
  beforeAll(() => setEnv({ CHARSU_PSEUDO_LOCALES: "1" }));
  afterAll(() => setEnv({ CHARSU_PSEUDO_LOCALES: undefined }));

  it("stands without a prefix in the default locale, and with one in another", () => {
    expect([pathIn("en")("/"), pathIn("en")("/cart")]).toEqual(["/", "/cart"]);
    expect([pathIn("ar-XB")("/"), pathIn("ar-XB")("/cart")]).toEqual(["/ar-XB", "/ar-XB/cart"]);
  });

  it.each(["", "xx", "/example.com", "../x", "https:"])(
    "in a locale that is not spoken here (%o) leads nowhere else",
    (locale) => {
      expect(pathIn(locale)("/cart")).toBe("/cart");
    },
  );

  it.each([
    ["/cart?a=1#b", "/cart?a=1#b"],
    ["//example.com", "/"],
    ["/\\example.com", "/"],
    ["https://example.com", "/"],
    ["javascript:alert(1)", "/"],
    ["/\t/example.com", "/"],
    ["/\r\nSet-Cookie: a=b", "/"],
    ["cart", "/"],
    ["/a b", "/"],
    [`/${"a".repeat(500)}`, "/"],
    ["", "/"],
    [undefined, "/"],
    [null, "/"],
  ])("that somebody may be sent to: %o is %o", (given, expected) => {
    expect(safePath(given, "/")).toBe(expected);
  });
});
