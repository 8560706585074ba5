import { render } from "@react-email/render";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { timeZones } from "@/lib/retailers/input";
import { ShopForm } from "./shop-form";

type Props = Parameters<typeof ShopForm>[0];
/** Every word is its own name. */
const words = new Proxy({}, { get: (_, name) => name }) as Props["words"];

/** The page as the server sends it: what whoever has no script gets. */
async function page(country: string) {
  const html = await render(
    createElement(ShopForm, {
      words,
      hidden: {},
      applicant: null,
      countries: ["AE", "DE", "GB", "IE", "KE"].map((code) => ({ code, name: code })),
      country,
      parts: { line1: "Street", postcode: "Postcode", eircode: "Eircode", city: "City", town_or_city: "Town or city" },
      trades: [],
      zones: timeZones,
    }),
  );
  return html.replaceAll("<!-- -->", "");
}

/** What stands in a page for the postcode: the box around it, what it is called, and the field. */
function postcodeIn(html: string) {
  const before = html.slice(0, html.indexOf('name="shop.postcode"'));
  const box = [...before.matchAll(/<div[^>]*>/g)].at(-2)?.[0] ?? "";
  const [, label = "", optional] = /.*<label[^>]*>([^<]*)(<span.*<\/span>)?<\/label>/.exec(before) ?? [];
  return { box, label: label.trim(), optional, field: before.slice(before.lastIndexOf("<input")) };
}

describe("the form of a retailer's application", () => {
  it.each([
    ["DE", "Postcode", { shown: true, required: true, optional: false }],
    ["GB", "Postcode", { shown: true, required: true, optional: false }],
    ["IE", "Eircode", { shown: true, required: false, optional: true }],
    ["KE", "Postcode", { shown: true, required: false, optional: true }],
    ["AE", "Postcode", { shown: false, required: false, optional: true }],
  ])("asks in %s for a postcode as it is checked", async (country, name, expected) => {
    const { box, label, optional, field } = postcodeIn(await page(country));
    expect(label).toBe(name);
    expect({
      shown: !box.includes("hidden"),
      required: field.includes(" required="),
      optional: optional !== undefined,
    }).toEqual(expected);
  });

  it("has the field all the same for whoever has no script, as another country may be chosen", async () => {
    expect(postcodeIn(await page("AE")).box).toContain("scriptless:block");
  });

  it("offers every time zone, UTC too", async () => {
    const [, offered = ""] = /name="shop.timezone"[^>]*>(.*?)<\/select>/.exec(await page("DE")) ?? [];
    const zones = [...offered.matchAll(/<option value="([^"]+)"/g)].map(([, zone]) => zone);
    expect(zones).toEqual(timeZones);
    expect(zones).toContain("UTC");
  });
});
