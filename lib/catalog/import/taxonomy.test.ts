import { expect, test } from "vitest";
import { readTaxonomy } from "./taxonomy";
import { collect, fileOf } from "./testing";

const read = (text: string) => collect(readTaxonomy(fileOf(text, "taxonomy")));

test("Google's text with ids", async () => {
  expect(
    await read("# Google_Product_Taxonomy_Version: 1\r\n1 - Animals, Pets\r\n3237 - Animals, Pets > Live - Food\r\n"),
  ).toEqual([
    { kind: "category", row: 2, externalId: "google:1", path: ["Animals, Pets"], ids: null },
    { kind: "category", row: 3, externalId: "google:3237", path: ["Animals, Pets", "Live - Food"], ids: null },
  ]);
});

test("Shopify's text", async () => {
  expect(await read("# x\n\ngid://shopify/TaxonomyCategory/ap-1   : Animals & Pets > Live: all")).toEqual([
    {
      kind: "category",
      row: 3,
      externalId: "gid://shopify/TaxonomyCategory/ap-1",
      path: ["Animals & Pets", "Live: all"],
      ids: null,
    },
  ]);
});

test("one path a line; a name that is missing fails its line", async () => {
  expect(await read("Food\nFood > Tea, green\nFood >  > Cups\n")).toMatchObject([
    { externalId: null, path: ["Food"] },
    { externalId: null, path: ["Food", "Tea, green"] },
    { kind: "problem", row: 3, severity: "failed" },
  ]);
});

test("JSON with path arrays: names exactly as given, ids along the path", async () => {
  const step = (id: string, name: string | null) => ({ id, name });
  const list = [
    { ...step("b", " Tea "), path: [step("a", "Food, all"), step("b", " Tea ")] },
    { ...step("c", null), path: [step("a", "Food, all"), step("c", null)] },
    { ...step("d", "x"), path: [] },
    null,
  ];
  expect(await read(JSON.stringify(list))).toMatchObject([
    { kind: "category", externalId: "b", path: ["Food, all", " Tea "], ids: ["a", "b"] },
    { kind: "problem", row: 2, code: "path" },
    { kind: "problem", row: 3, code: "shape" },
    { kind: "problem", row: 4, code: "shape" },
  ]);
  await expect(read('[{"id":')).rejects.toMatchObject({ code: "unreadable" });
  await expect(read('{"a":[]}')).rejects.toMatchObject({ code: "unsupported_format" });
});
