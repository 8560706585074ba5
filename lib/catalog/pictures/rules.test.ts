import { expect, it } from "vitest";
import { pictureSources, sizesOf, storedName } from "./rules";

const hash = "0123456789abcdef".repeat(4);
const folder = "p/0123456789abcdef0123456789abcdef/";

it("names every size by the largest", () => {
  const stored = storedName(hash, { width: 1600, height: 1200 });
  expect(stored).toBe(`${folder}1600x1200.webp`);
  expect(sizesOf(stored).map(({ name }) => name.slice(folder.length))).toEqual([
    "320.avif",
    "320.webp",
    "640.avif",
    "640.webp",
    "960.avif",
    "960.webp",
    "1600x1200.avif",
    "1600x1200.webp",
  ]);
});

it("makes no size larger than the picture, nor one that hardly differs", () => {
  const widths = (width: number) => [
    ...new Set(sizesOf(storedName(hash, { width, height: 10 })).map((each) => each.width)),
  ];
  expect(widths(100)).toEqual([100]);
  expect(widths(320)).toEqual([320]);
  expect(widths(700)).toEqual([320, 700]);
  expect(widths(1000)).toEqual([320, 640, 1000]);
});

it("has no sizes of a drawing", () => {
  expect(sizesOf("demo/abc.svg")).toEqual([]);
  expect(pictureSources("/pictures/demo/abc.svg", 1)).toBeNull();
});

it("tells how wide a box each size covers", () => {
  const of = (width: number, height: number, ratio: number) =>
    pictureSources(`/pictures/${storedName(hash, { width, height })}`, ratio)?.avif.replaceAll(
      `/pictures/${folder}`,
      "",
    );
  expect(of(1600, 1600, 1)).toBe("320.avif 320w, 640.avif 640w, 960.avif 960w, 1600x1600.avif 1600w");
  expect(of(1600, 800, 1)).toBe("320.avif 160w, 640.avif 320w, 960.avif 480w, 1600x800.avif 800w");
  expect(of(800, 1600, 1)).toBe("320.avif 320w, 640.avif 640w, 800x1600.avif 800w");
  expect(of(1600, 800, 2)).toBe("320.avif 320w, 640.avif 640w, 960.avif 960w, 1600x800.avif 1600w");
});

it("falls back to a middle size", () => {
  const fallback = (width: number) =>
    pictureSources(`/pictures/${storedName(hash, { width, height: width })}`, 1)
      ?.fallback.split("/")
      .at(-1);
  expect([fallback(1600), fallback(200)]).toEqual(["640.webp", "200x200.webp"]);
});
