import sanitize from "sanitize-html";
import { tidyHtml } from "./tidy-html";

const maxCharacters = 20_000;

const looksLikeHtml = /<(?:\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?|!--)/i;

const options: sanitize.IOptions = {
  allowedTags: ["p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "h3", "h4", "a"].concat([
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ]),
  allowedAttributes: { a: ["href", "rel"] },
  allowedSchemes: ["http", "https"],
  allowedSchemesByTag: {},
  allowProtocolRelative: false,
  nonTextTags: [
    "script",
    "style",
    "textarea",
    "option",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "template",
    "title",
  ],
  nestingLimit: 60,
  transformTags: {
    h1: "h3",
    h2: "h3",
    h5: "h4",
    h6: "h4",
    // Without their tags the text of two of these would run together.
    div: "br",
    section: "br",
    article: "br",
    blockquote: "br",
    pre: "br",
    a: (tagName, { href = "" }) => {
      const leaves = /^https?:\/\//i.test(href.trim());
      return leaves
        ? { tagName, attribs: { href: href.trim(), rel: "nofollow noopener" } as sanitize.Attributes }
        : { tagName, attribs: {} };
    },
  },
};

/**
 * The part of a description that a page may show: paragraphs, lists, emphasis, two levels of headings, plain tables and
 * links that leave without a recommendation; never scripts, styles, frames or event handlers. Plain text is escaped and
 * becomes paragraphs. The result nests as HTML wants it, is at most 20,000 characters, and cleaning it again changes
 * nothing. `cut`: the end is missing.
 */
export function cleanHtml(text: string): { html: string; cut: boolean } {
  const body = text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
  if (body === "") return { html: "", cut: false };
  if (!looksLikeHtml.test(body)) {
    const escaped = body
      .replace(/&(?!(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});)/gi, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;");
    return tidyHtml(sanitize(escaped, options), { lineBreaks: true, maxCharacters });
  }
  // Markup of a thousand times the size that is kept is cut before it is parsed.
  const html = sanitize(body.slice(0, 50 * maxCharacters), options);
  return tidyHtml(html, { lineBreaks: !/<(?:p|br|ul|ol|h3|h4|table)\b/.test(html), maxCharacters });
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The entities that WordPress puts into names, as the characters they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
