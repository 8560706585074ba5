import { render } from "@react-email/render";
import { createElement as h } from "react";
import { describe, expect, it } from "vitest";
import { tablesOf } from "@/lib/reports/rules/tables";
import { nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { DayChart } from "./day-chart";
import { FigureTable } from "./figure-table";

const { say } = plainContext(nobody);
const chart = (values: readonly (readonly [number, number])[]) =>
  render(
    h(DayChart, {
      title: "Revenue by day",
      desc: "The most on Monday.",
      smallest: 100,
      mark: String,
      legend: { now: "Now", before: "Before" },
      days: values.map(([value, before], index) => ({ label: `d${index}`, text: `day ${index}`, value, before })),
    }),
  );
const numbers = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => Number(match[1]));

describe("the chart of days", () => {
  it("draws bars from nothing, as tall as what they tell, on one scale with the days before", async () => {
    const html = await chart([
      [0, 150],
      [100, 0],
      [400, 200],
    ]);
    const bars = numbers(html, /<rect x="[\d.]+" width="0.72" y="[\d.]+" height="([\d.]+)"/g);
    expect(bars).toEqual([0, 25, 100]);
    expect(html).toContain('d="M0 62.5h1M1 100h1M2 50h1"');
    expect(numbers(html, /text-anchor="end"[^>]*>(\d+)</g)).toEqual([0, 100, 200, 300, 400]);
  });

  it("is called by its title and told by its description, and each day says itself", async () => {
    const html = await chart([[1, 2]]);
    const [, ids = ""] = /role="img" aria-labelledby="([^"]+)"/.exec(html)!;
    const told = ids.split(" ").map((id) => new RegExp(`id="${id}">([^<]+)<`).exec(html)?.[1]);
    expect(told).toEqual(["Revenue by day", "The most on Monday."]);
    expect(html).toContain("<title>day 0</title>");
  });

  it("has a scale where nothing was sold, and needs neither script nor styles in its markup", async () => {
    const html = await chart([
      [0, 0],
      [0, 0],
    ]);
    expect(numbers(html, /text-anchor="end"[^>]*>(\d+)</g)).toEqual([0, 100]);
    expect(html).not.toMatch(/NaN|Infinity|<script|style="|onclick/);
  });
});

describe("a table of figures", () => {
  const money = (amount: number) => ({ amount, currency: "EUR", formatted: `€${amount / 100}` });
  const figures = { now: 2, before: 4 };
  const catalog = {
    scope: { shop: null, span: { from: "2026-05-01", to: "2026-05-02" } } as never,
    best: [
      { product: 7, name: "<Lamp>", shop: { handle: "a", name: "A" }, units: figures, revenue: money(500) },
      { product: 0, name: null, shop: null, units: { now: 1, before: 0 }, revenue: money(0) },
    ],
    low: [],
    lowCount: 0,
  };

  it("leads from each figure to its rows, and has a bar for the size of each row", async () => {
    const link = (to: string, query: Record<string, string> = {}) => `/${to}?${new URLSearchParams(query)}`;
    const [best] = tablesOf(null, catalog, { say, locale: "en", link });
    const html = await render(h(FigureTable, { table: best!, label: "Best", bars: "units" }));
    expect(html).toContain('href="/product?product=7"');
    expect([...html.matchAll(/href="\/lines\?product=7"/g)]).toHaveLength(2);
    expect(html).not.toContain("product=0");
    expect(html).toContain("-50.0%");
    expect(html).toContain("&lt;Lamp&gt;");
    expect([...html.matchAll(/<rect width="([\d.]+)%" height="4" class="fill-tile"/g)].map(([, size]) => size)).toEqual(
      ["100", "50"],
    );
    expect(html).toMatch(/role="region" aria-label="Best" tabindex="0"/);
  });
});
