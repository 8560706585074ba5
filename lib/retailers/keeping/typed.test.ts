import { describe, expect, it } from "vitest";
import { cleanHtml } from "@/lib/platform/text/clean-html";
import { asText, parts, settingsFrom, typedSettings, typedValue } from "./typed";
import type { SettingsView } from "./views";

const settings: SettingsView = {
  name: "Teehaus",
  tagline: "",
  description: cleanHtml("Tea & cups.\n\nAnd <3, always.\nCome in.").html,
  trade: "Tea",
  hue: 30,
  email: null,
  phone: "+49301234567",
  addressLine: "Marktstraße 1",
  postcode: "10115",
  city: "Berlin",
  country: "DE",
  latitude: 52.5,
  longitude: -13.4,
  timezone: "Europe/Berlin",
  delivers: true,
  picksUp: false,
  deliveryRadius: 2500,
  minimumOrder: 0,
  deliveryFee: 1250,
  freeAbove: null,
  preparation: "",
  lowStock: 5,
};
const english = { locale: "en", currency: "EUR" };
const german = { locale: "de", currency: "EUR" };

describe("settings as they are typed", () => {
  it.each([english, german])("come back as they were when nothing is touched: %j", (at) => {
    for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
      const typed = typedSettings(settings, part, at);
      const wanted = Object.fromEntries(
        parts[part].map((field) => [
          field,
          part === "place" && settings[field] !== null ? String(settings[field]) : settings[field],
        ]),
      );
      expect(settingsFrom(typed, part, settings, at)).toEqual(wanted);
    }
  });

  it.each([
    ["deliveryRadius", 2500, "2.5", "2,5"],
    ["deliveryRadius", 12_000, "12", "12"],
    ["deliveryRadius", null, "", ""],
    ["deliveryFee", 123_450, "1234.50", "1234,50"],
    ["freeAbove", null, "", ""],
    ["delivers", false, "", ""],
    ["delivers", true, "on", "on"],
  ] as const)("show %s %s as %j and in German as %j", (field, value, en, de) => {
    expect(typedValue(field, value, english)).toBe(en);
    expect(typedValue(field, value, german)).toBe(de);
  });

  it.each([
    ["2.5", 2500],
    ["2,5", 2500],
    ["۲٫۵", 2500],
    ["12 km", 12_000],
    ["0.001", 1],
    ["", null],
    ["far", "far"],
    ["-1", "-1"],
    ["2.5.1", "2.5.1"],
  ])("read %j kilometres as %j", (typed, metres) => {
    const read = settingsFrom({ deliveryRadius: typed }, "delivery", {}, english);
    expect(read).toMatchObject({ deliveryRadius: metres });
  });

  it("read amounts in the language they are typed in, and nothing as free or never", () => {
    const values = { deliveryFee: "1.234,50", minimumOrder: "", freeAbove: "" };
    expect(settingsFrom(values, "delivery", {}, german)).toMatchObject({
      ...{ deliveryFee: 123_450, minimumOrder: 0, freeAbove: null },
      ...{ delivers: false, picksUp: false },
    });
    expect(settingsFrom({ deliveryFee: "seven" }, "delivery", {}, english)).toMatchObject({ deliveryFee: "seven" });
    expect(settingsFrom({ lowStock: "۷", deliveryFee: "" }, "delivery", {}, english)).toMatchObject({ lowStock: 7 });
  });

  it("show a description as text where that loses nothing, and as HTML where it would", () => {
    expect(asText(settings.description)).toBe("Tea & cups.\n\nAnd <3, always.\nCome in.");
    const rich = cleanHtml("<p>One</p><ul><li>two</li></ul>").html;
    expect(asText(rich)).toBe(rich);
    const shown = cleanHtml("Write &lt;b&gt; for bold").html;
    expect(cleanHtml(asText(shown)).html).toBe(shown);
    const untouched = { description: asText(settings.description).replaceAll("\n", "\r\n") };
    expect(settingsFrom(untouched, "profile", settings, english)).toMatchObject({ description: settings.description });
  });
});
