import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env, setEnv } from "@/lib/platform/env";
import { direction, everyLocale } from "@/lib/platform/messages";
import { notices, specimens } from "./gallery";
import { type Notice, voiceOf } from "./notice";

const origin = "https://market.charsu.example";
beforeAll(() => setEnv({ CHARSU_ORIGIN: origin }));
afterAll(() => setEnv({ CHARSU_ORIGIN: undefined }));

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Mail programs know tables and the attributes of their time, and styles at each element.
    "no-deprecated-attr": "off",
    "no-inline-style": "off",
    "presentation-role-style": "off",
    // For Outlook, which alone reads them.
    "no-conditional-comment": "off",
    // React writes `<img/>` and `cellPadding`; HTML allows each.
    "void-style": "off",
    "attr-case": "off",
  },
});

/** Words without tags, styles and invisible marks, on one line. */
const plain = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, "")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

/** The tags of a mail without its words: what a name must not change. */
const skeleton = (html: string) => (html.replace(/<!-- -->/g, "").match(/<[^>]*>/g) ?? []).join("");

/** GSM 03.38: what fits into 7 bits, and what takes two places of them. Source: 3GPP TS 23.038, 6.2.1. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = "^{}\\[~]|€\f";

function septets(text: string): number {
  let count = 0;
  for (const character of text) {
    if (basic.includes(character)) count += 1;
    else if (extended.includes(character)) count += 2;
    else return Number.POSITIVE_INFINITY;
  }
  return count;
}

const all = specimens.flatMap(({ id, ...forms }) => everyLocale().map((locale) => ({ id, locale, ...forms })));

describe("every mail", () => {
  it("is shown by a name of its own, in the pseudo locales too", () => {
    expect(new Set(specimens.map(({ id }) => id)).size).toBe(specimens.length);
    expect(everyLocale()).toEqual(["en", "en-XA", "ar-XB"]);
  });

  it.each(all)("is sound HTML: $id in $locale", async ({ locale, mail }) => {
    const { html, subject } = await mail(locale);
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ ruleId, message, offset }) => `${ruleId} ${message}: ${html.slice(offset, offset + 80)}`),
    );
    expect(messages).toEqual([]);
    expect(html).toContain(`<html dir="${direction(locale)}" lang="${locale}">`);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(subject).toMatch(/^\P{Cc}{5,120}$/u);
  });

  it.each(all)("says the same as text: $id in $locale", async ({ locale, mail }) => {
    const { html, text } = await mail(locale);
    const words = plain(html);
    for (const line of text.split("\n").filter(Boolean)) {
      if (line.startsWith(origin)) expect(html).toContain(`href="${line}"`);
      // A name before a value or an address ends with a colon in text alone, a number before a step with a full stop.
      else for (const part of line.split(/(?<=^\d)\. |:(?: |$)/).filter(Boolean)) expect(words).toContain(part.trim());
    }
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) {
      if (href !== `${origin}/` && new URL(href!).pathname.split("/").length > 2) expect(text).toContain(href);
    }
    expect(text).not.toMatch(/<|&\w+;|\n{3}|^\s|\s$/);
  });

  it.each(all)("leads to the configured origin alone: $id in $locale", async ({ locale, mail, sms }) => {
    const { html, text } = await mail(locale);
    for (const place of [html, text, sms(locale)]) {
      for (const [address] of place.matchAll(/\bhttps?:[^\s"'<\u2069]*/g)) expect(new URL(address).origin).toBe(origin);
    }
    expect(html).not.toMatch(/<(?:img|script|link|iframe|form)\b|url\(|@import/i);
  });
});

it.each(specimens)("an SMS fits one message: $id", ({ sms }) => {
  const text = sms("en");
  expect(septets(text), text).toBeLessThanOrEqual(160);
  expect(text).toContain("Charsu");
});

describe("what people typed", () => {
  const evil = '<script>alert(1)</script>"><a href="https://evil.example">\r\nBcc: eve@evil.example\r\n\r\n{name} <b>';
  const cases = notices.flatMap((notice) =>
    Object.entries(notice.samples).map(([id, data]) => ({
      id,
      notice: notice as Notice<unknown>,
      data: data as object,
    })),
  );

  it.each(cases)("changes nothing of $id but the words", async ({ notice, data }) => {
    const voice = voiceOf(env.CHARSU_LOCALE);
    const typed = ["name", "shop", "network", "now", "reason"];
    const put = (value: string) =>
      Object.fromEntries(
        Object.entries(data).map(([key, kept]) => [key, typed.includes(key) && kept !== null ? value : kept]),
      );
    const good = await notice.mail(put("Sara"), voice);
    const bad = await notice.mail(put(evil), voice);
    expect(bad.subject).toBe(good.subject);
    expect(skeleton(bad.html)).toBe(skeleton(good.html));
    expect(bad.text.split("\n")).toHaveLength(good.text.split("\n").length);
    expect(bad.text).not.toContain("\r");
    expect(notice.sms(put(evil), voice)).toBe(notice.sms(put("Sara"), voice));
  });
});
