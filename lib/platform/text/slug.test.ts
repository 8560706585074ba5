import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { handleOf, numbered, slugify } from "./slug";

describe("slugify", () => {
  test.each([
    ["Alfama teapot", "alfama-teapot"],
    ["Smørrebrød-bræt, Größe 2", "smorrebrod-braet-grosse-2"],
    ["Ænima & Łódź – çınar İstanbul", "aenima-lodz-cinar-istanbul"],
    ["Men's  T-Shirt (2-pack)!", "mens-t-shirt-2-pack"],
    ["چای لاهیجان", "چای-لاهیجان"],
    ["Чай №1", "чай-no1"],
    ["日本の茶", "日本の茶"],
    ["हिन्दी चाय", "हिन्दी-चाय"],
    ["½ kg", "1-2-kg"],
  ])("%s → %s", (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });

  test("a name without letters falls back", () => {
    expect(slugify("—!—", "product")).toBe("product");
  });

  test("is one step of an address, at most 80 characters, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        const slug = slugify(name);
        expect(slug).toMatch(/^[^/\s?#%]+$/u);
        expect([...slug].length).toBeLessThanOrEqual(80);
        expect(slug).not.toMatch(/^-|-$|--/);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});

test.each([
  ["Café Zürich & Söhne", "cafe-zurich-sohne"],
  ["خانهٔ چای Tea House", "tea-house"],
  ["خانهٔ چای", "shop"],
  ["日本の茶 №1", "no1"],
  ["--- !!! ---", "shop"],
  ["a".repeat(90), "a".repeat(60)],
  [`${"a".repeat(59)} b`, "a".repeat(59)],
])("%s has the handle %s", (name, handle) => {
  expect(handleOf(name, "shop")).toBe(handle);
});

test("a handle has the shape that the database asks for, whatever the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      expect(handleOf(name, "shop")).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

test("numbered takes the first that is free", () => {
  const taken = new Set(["tea", "tea-2"]);
  expect(numbered("tea", (slug) => taken.has(slug))).toBe("tea-3");
  expect(numbered("mate", (slug) => taken.has(slug))).toBe("mate");
});
