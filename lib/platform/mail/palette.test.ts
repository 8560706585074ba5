import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { oklch } from "@/db/seed/pictures/colour";
import { day, night } from "./palette";

const [light = "", dark = ""] = readFileSync("app/globals.css", "utf8").split("@media (prefers-color-scheme: dark)");
const colours = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, name, ...given]) => {
      const [lightness, chroma, hue] = given.map(Number);
      return [name, oklch(lightness!, chroma!, hue!)];
    }),
  );

test("mails wear the shop's colours, by day and by night", () => {
  expect(colours(light)).toMatchObject(day);
  expect(colours(dark)).toMatchObject(night);
});
