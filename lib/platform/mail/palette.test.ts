import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { day, night } from "./palette";

/** Source: https://www.w3.org/TR/css-color-4/#color-conversion-code */
function hex(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const byte = (value: number) => {
    const gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, gamma)) * 255);
  };
  return `#${linear.map((value) => byte(value).toString(16).padStart(2, "0")).join("")}`;
}

const [light = "", dark = ""] = readFileSync("app/globals.css", "utf8").split("@media (prefers-color-scheme: dark)");
const colours = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, name, ...given]) => {
      const [lightness, chroma, hue] = given.map(Number);
      return [name, hex(lightness!, chroma!, hue!)];
    }),
  );

test("mails wear the shop's colours, by day and by night", () => {
  expect(colours(light)).toMatchObject(day);
  expect(colours(dark)).toMatchObject(night);
});
