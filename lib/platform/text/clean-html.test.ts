import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanHtml, decodeEntities } from "./clean-html";

const clean = (text: string) => cleanHtml(text).html;

describe("cleanHtml", () => {
  test.each([
    ["scripts", "<p>a<script>alert(1)</script></p>", "<p>a</p>"],
    ["styles", "<style>p{}</style><p style='x'>a</p>", "<p>a</p>"],
    ["frames", "<p>a</p><iframe src=//x>b</iframe>", "<p>a</p>"],
    ["events", "<p onclick=alert(1)>a<img src=x onerror=alert(1)></p>", "<p>a</p>"],
    ["svg", "<svg><script>1</script></svg><p>a</p>", "<p>a</p>"],
    ["script links", '<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"],
    ["hidden script links", '<p><a href="java\nscript:alert(1)">a</a></p>', "<p>a</p>"],
    ["relative links", '<p><a href="/x">a</a> <a href="//x.test">b</a></p>', "<p>a b</p>"],
  ])("%s go", (_, dirty, expected) => {
    expect(clean(dirty)).toBe(expected);
  });

  test("links leave without a recommendation", () => {
    expect(clean('<p><a href="https://x.test/?a=1&b=2" target=_blank rel=me>a</a></p>')).toBe(
      '<p><a href="https://x.test/?a=1&amp;b=2" rel="nofollow noopener">a</a></p>',
    );
  });

  test.each([
    [
      "headings become two levels",
      "<h1>a</h1><h2>b</h2><h4>c</h4><h6><span>d</span></h6>",
      "<h3>a</h3><h3>b</h3><h4>c</h4><h4>d</h4>",
    ],
    ["divisions become breaks", "<div>a</div><div>b</div>", "<p>a<br>b</p>"],
    ["blocks leave inline elements", "<b><p>a</p></b><p>b</p>", "<p>a</p><p>b</p>"],
    ["a list leaves its paragraph", "<p>a<ul><li>b<li>c</ul>", "<p>a</p><ul><li>b</li><li>c</li></ul>"],
    ["lists nest", "<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"],
    ["text in a list is an item", "<ul>a<li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"],
    ["a stray item is text", "<li>a</li>", "<p>a</p>"],
    ["empty elements go", "<p>&nbsp;</p><p><b></b><br></p><h2></h2><p>a</p>", "<p>a</p>"],
    [
      "tables keep their cells",
      "<table><tr><th>a</th><td></td></tr></table>",
      "<table><tbody><tr><th>a</th><td></td></tr></tbody></table>",
    ],
    ["loose text gets a paragraph", "a <b>b</b><p>c</p>d", "<p>a <b>b</b></p><p>c</p><p>d</p>"],
    ["newlines part text with inline markup only", "a\n\n<b>b</b>\nc", "<p>a</p><p><b>b</b><br>c</p>"],
  ])("%s", (_, dirty, expected) => {
    expect(clean(dirty)).toBe(expected.replaceAll(/<\/?tbody>/g, ""));
  });

  test("plain text is escaped and becomes paragraphs", () => {
    expect(clean("1 < 2 & 3 > 2\nnext\r\n\r\nlast <3")).toBe("<p>1 &lt; 2 &amp; 3 &gt; 2<br>next</p><p>last &lt;3</p>");
    expect(clean("Fish &amp; chips")).toBe("<p>Fish &amp; chips</p>");
    expect(clean(" \n ")).toBe("");
  });

  test("is at most 20,000 characters and whole", () => {
    for (const long of [
      "word ".repeat(9000),
      `<p>${"word ".repeat(9000)}</p>`,
      "<ul><li><b>x</b></li></ul>".repeat(3000),
      "x\n".repeat(15_000),
    ]) {
      const { html, cut } = cleanHtml(long);
      expect(cut).toBe(true);
      expect(html.length).toBeLessThanOrEqual(20_000);
      expect(html.length).toBeGreaterThan(10_000);
      expect(clean(html)).toBe(html);
    }
  });

  test("cleaning again changes nothing, and no tag comes through that is not allowed", () => {
    const piece = fc.constantFrom(
      ..."<p>|</p>|<b>|</b>|<a href='https://x.test'>|</a>|<ul>|</ul>|<li>|<table>|<tr>|<td>|</table>|<h2>|</h2>|<br>|<div>|</div>".split(
        "|",
      ),
      ...'<script>|</script>|<img src=x onerror=y>|text|&amp;|&lt;script&gt;|<|>|"|\n|\n\n| |&nbsp;|<p'.split("|"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = clean(pieces.join(""));
        expect(clean(once)).toBe(once);
        expect(
          once.replace(
            /<a href="https:\/\/x\.test" rel="nofollow noopener">|<\/?(?:p|b|a|ul|li|table|tr|td|h3)>|<br>/g,
            "",
          ),
        ).not.toMatch(/[<>]/);
      }),
      { numRuns: 500 },
    );
  });
});

test("decodeEntities", () => {
  expect(decodeEntities("Fish &amp; Chips &#8211; &#x27;x&#x27; &bogus; &#0;")).toBe("Fish & Chips – 'x' &bogus; &#0;");
});
