import { describe, expect, it } from "vitest";
import { oklch, toOklch } from "@/db/seed/pictures/colour";
import { isMotif, motifs } from "@/db/seed/pictures/motifs";
import { drawAsset } from "./assets";
import { categoryPaths } from "./categories";
import { toCsv } from "./csv";
import { marketFiles, picturesOf, products } from "./market";
import { slug } from "./parse-catalog";
import { people } from "./people";
import { retailers } from "./retailers";

const variants = products.flatMap((product) => product.variants);
const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
const week = [0, 1, 2, 3, 4, 5, 6];

describe("the demo market's shops", () => {
  it("are at least ten, of different trades, in different places", () => {
    expect(retailers.length).toBeGreaterThanOrEqual(10);
    unique(retailers.map(({ handle }) => handle));
    unique(retailers.map(({ trade }) => trade));
    unique(retailers.map(({ timezone }) => timezone));
    for (const { timezone, email, phone } of retailers) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone: timezone })).not.toThrow();
      expect(email).toMatch(/^[a-z]+@[a-z0-9-]+\.example\.com$/);
      expect(phone).toMatch(/^\+[1-9]\d{6,14}$/);
    }
  });

  it("keep hours: split shifts, one past midnight, and one closed today whatever day it is", () => {
    for (const today of week) {
      const hours = retailers.map((retailer) => retailer.hours(today));
      for (const { day, opens, closes } of hours.flat()) {
        expect(week).toContain(day);
        expect(`${opens} ${closes}`).toMatch(/^([01]\d|2[0-3]):[0-5]\d ([01]\d|2[0-3]):[0-5]\d$/);
      }
      const split = hours.filter((intervals) =>
        week.some((day) => intervals.filter((each) => each.day === day).length > 1),
      );
      expect(split.length).toBeGreaterThanOrEqual(4);
      expect(hours.flat().some(({ opens, closes }) => closes < opens)).toBe(true);
      const resting = retailers.find(({ handle }) => handle === "kamogawa-kami")!.hours(today);
      expect(resting.map(({ day }) => day)).toEqual(week.filter((day) => day !== today));
    }
  });

  it("each have an owner or a colleague among the people, and the people have every role", () => {
    unique(people.map(({ email }) => email));
    expect(new Set(people.map(({ role }) => role)).size).toBe(6);
    const owned = people.flatMap(({ retailer }) => retailer ?? []);
    expect(owned.length).toBeGreaterThanOrEqual(2);
    for (const handle of owned) expect(retailers.some((retailer) => retailer.handle === handle)).toBe(true);
  });
});

describe("the demo market's catalog", () => {
  it("has a category tree at least four deep, without two names alike", () => {
    expect(categoryPaths.length).toBeGreaterThanOrEqual(90);
    expect(Math.max(...categoryPaths.map((path) => path.length))).toBeGreaterThanOrEqual(4);
    unique(categoryPaths.map((path) => path.at(-1)!));
    for (const { category } of products) expect(category.length).toBeGreaterThanOrEqual(4);
  });

  it("is one catalog: categories shared between shops", () => {
    const shops = new Map<string, Set<string>>();
    for (const { category, retailer } of products) {
      const key = category.join(" > ");
      shops.set(key, (shops.get(key) ?? new Set()).add(retailer));
    }
    expect([...shops.values()].filter((set) => set.size > 1).length).toBeGreaterThanOrEqual(15);
  });

  it("has enough products with names, handles, SKUs and barcodes of their own", () => {
    expect(products.length).toBeGreaterThanOrEqual(440);
    expect(new Set(products.map(({ brand }) => brand)).size).toBeGreaterThanOrEqual(30);
    unique(products.map(({ name }) => name));
    unique(products.map(({ handle }) => handle));
    unique(products.map(({ description }) => description));
    unique(variants.map(({ sku }) => sku));
    unique(variants.map(({ barcode }) => barcode));
    for (const { handle } of products) expect(handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const { sku } of variants) expect(sku).toMatch(/^[A-Z]{3}-\d{3}(-[A-Z0-9]+)*$/);
  });

  it("describes each product in more than one sentence", () => {
    for (const { name, description } of products) {
      expect(description.split(/[.!?:;](?:\s|$)/).filter(Boolean).length, name).toBeGreaterThanOrEqual(2);
    }
  });

  it("prices and weighs every variant, and has some sold out, some nearly, some by the cellar", () => {
    for (const { price, weight, stock } of variants) {
      expect(Number.isSafeInteger(price) && price > 0).toBe(true);
      expect(Number.isSafeInteger(weight) && weight > 0).toBe(true);
      expect(Number.isSafeInteger(stock) && stock >= 0).toBe(true);
    }
    expect(variants.filter(({ stock }) => stock === 0).length).toBeGreaterThan(20);
    expect(variants.filter(({ stock }) => stock > 0 && stock <= 3).length).toBeGreaterThan(20);
    expect(variants.filter(({ stock }) => stock >= 60).length).toBeGreaterThan(20);
  });

  it("gives every product one to twelve variants, each of all its options", () => {
    for (const { name, options, variants: own, minQuantity, maxQuantity } of products) {
      expect(own.length, name).toBeGreaterThanOrEqual(1);
      expect(own.length, name).toBeLessThanOrEqual(12);
      expect(options.length, name).toBeLessThanOrEqual(3);
      for (const variant of own) expect(variant.options.length, name).toBe(options.length);
      if (maxQuantity !== null) expect(maxQuantity, name).toBeGreaterThanOrEqual(minQuantity);
    }
    expect(products.some(({ minQuantity }) => minQuantity > 1)).toBe(true);
  });

  it("leaves as CSV with a row a variant and a row a further picture", () => {
    expect(toCsv([["a", 'b "c"', "d,e", 1]])).toBe('a,"b ""c""","d,e",1\r\n');
    const files = marketFiles();
    expect(files.map(({ retailer }) => retailer)).toEqual(retailers.map(({ handle }) => handle));
    const rows = files.flatMap(({ csv }) => csv.trimEnd().split("\r\n").slice(1));
    const further = products.reduce((sum, product) => sum + picturesOf(product).length - 1, 0);
    expect(rows.length).toBe(variants.length + further);
  });
});

describe("the demo market's pictures", () => {
  const clean = (svg: string | null, limit: number, key: string) => {
    expect(svg, key).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+">.*<\/svg>$/s);
    expect(svg, key).not.toMatch(
      /NaN|undefined|null|<script|<text|https?:\/\/(?!www\.w3\.org\/2000\/svg)|url\((?!#)|href="(?!#)/,
    );
    expect(Buffer.byteLength(svg!), key).toBeLessThan(limit);
    for (const [, id = ""] of svg!.matchAll(/(?:url\(|href=")#([a-z0-9]+)/g)) expect(svg!, key).toContain(`id="${id}"`);
  };

  it("draw every product from a motif that exists, under 6 KB", () => {
    for (const product of products) {
      expect(isMotif(product.motif), product.name).toBe(true);
      const pictures = picturesOf(product);
      expect(pictures.length).toBeGreaterThanOrEqual(1);
      expect(pictures.length).toBeLessThanOrEqual(3);
      for (const { key } of pictures) clean(drawAsset(key), 6144, key);
    }
    expect(Object.keys(motifs).length).toBeGreaterThanOrEqual(45);
  });

  it("draw every shop and every root category, and nothing else", () => {
    for (const { handle } of retailers) clean(drawAsset(`charsu-demo:/retailers/${handle}.svg`), 24_576, handle);
    for (const [name = ""] of categoryPaths.filter((path) => path.length === 1)) {
      clean(drawAsset(`charsu-demo:/categories/${slug(name)}.svg`), 12_288, name);
    }
    for (const key of [
      "charsu-demo:/products/nothing-1.svg",
      "charsu-demo:/retailers/nobody.svg",
      "https://example.com/x.svg",
      "",
    ]) {
      expect(drawAsset(key)).toBeNull();
    }
  });

  it("are the same bytes each time", () => {
    const key = "charsu-demo:/products/alfama-teapot-1.svg";
    expect(drawAsset(key)).toBe(drawAsset(key));
  });

  it("mix colours that come back as they went", () => {
    for (const hex of ["#c4663f", "#2f5d73", "#ffffff", "#000000"]) expect(oklch(...toOklch(hex))).toBe(hex);
  });
});
