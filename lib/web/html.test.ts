import { describe, expect, it } from "vitest";
import { html, htmlPage } from "./html";

describe("html", () => {
  it("escapes what is put in, also in attributes and lists, but not its own", () => {
    const bad = `<script>'"&`;
    const inner = html`<b title="${bad}">${bad}</b>`;
    const safe = "&lt;script&gt;&#39;&quot;&amp;";
    expect(inner.source).toBe(`<b title="${safe}">${safe}</b>`);
    expect(html`${[inner, bad, 3]}`.source).toBe(`${inner.source}${safe}3`);
  });

  it("makes a page with a title and a language", async () => {
    const answer = htmlPage({ title: "A & B", lang: "fa", dir: "rtl" }, html`<main></main>`);
    const text = await answer.text();
    expect(text).toContain('<html lang="fa" dir="rtl">');
    expect(text).toContain("<title>A &amp; B</title>");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });
});
