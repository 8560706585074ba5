const inline = new Set(["strong", "em", "b", "i", "a"]);
const flow = ["", "li", "td", "th"];
/** Where each block may stand; `""` is the root. */
const parents: Record<string, string[]> = {
  p: flow,
  h3: flow,
  h4: flow,
  ul: flow,
  ol: flow,
  table: flow,
  li: ["ul", "ol"],
  thead: ["table"],
  tbody: ["table"],
  tr: ["table", "thead", "tbody"],
  th: ["tr"],
  td: ["tr"],
};
/** Elements that end by themselves when something comes that they cannot hold. */
const yielding = new Set([...inline, "p", "h3", "h4", "li", "thead", "tbody", "tr", "th", "td"]);
const textless = new Set(["ul", "ol", "table", "thead", "tbody", "tr"]);

type Element = { tag: string; attributes: string; implied: boolean; children: (string | Element)[] };

const element = (tag: string, attributes = "", implied = false): Element => ({
  tag,
  attributes,
  implied,
  children: [],
});

const edges = /^(?:\s|<br>)+|(?:\s|<br>)+$/g;

function serialize({ tag, attributes, children }: Element): string {
  const inner = children.map((child) => (typeof child === "string" ? child : serialize(child))).join("");
  if (tag === "") return inner;
  const isInline = inline.has(tag);
  const content = isInline ? inner : inner.replace(/(?:<br>\s*){3,}/g, "<br><br>").replace(edges, "");
  if (/^(?:\s|&nbsp;|\u00a0|<br>)*$/.test(content) && tag !== "td" && tag !== "th") {
    return isInline && content !== "" ? " " : "";
  }
  return `<${tag}${attributes}>${content}</${tag}>`;
}

/**
 * Makes clean tags nest as HTML's content model wants them: text at the root gets paragraphs (blank lines part them),
 * blocks leave inline elements and paragraphs, items stand in lists and cells in rows, empty elements go.
 * Takes sanitize-html's output: balanced, escaped, attributes on links only. `lineBreaks`: a newline is a line break.
 */
export function tidyHtml(
  html: string,
  { lineBreaks, maxCharacters }: { lineBreaks: boolean; maxCharacters: number },
): { html: string; cut: boolean } {
  const root = element("");
  const stack = [root];
  // The rest is for what closes after the cut.
  let budget = maxCharacters - 100;
  const top = () => stack.at(-1) as Element;
  const open = (tag: string, attributes = "", implied = false) => {
    const child = element(tag, attributes, implied);
    top().children.push(child);
    stack.push(child);
    budget -= 2 * tag.length + 5 + attributes.length;
  };
  /** Ends what stands between here and the nearest parent that may hold the tag; false when there is none. */
  const makeRoomFor = (allowed: string[]): boolean => {
    const depth = stack.findLastIndex(({ tag }) => allowed.includes(tag));
    if (depth < 0 || !stack.slice(depth + 1).every(({ tag }) => yielding.has(tag))) return false;
    stack.length = depth + 1;
    return true;
  };
  const openForText = () => {
    if (top().tag === "ul" || top().tag === "ol") open("li");
    else if (textless.has(top().tag)) stack.length = 1;
    if (stack.length === 1) open("p", "", true);
  };
  const addText = (text: string) => {
    const paragraphs = stack.length === 1 || stack[1]?.implied ? text.split(/\n[^\S\n]*\n\s*/) : [text];
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) stack.length = 1;
      if (paragraph.trim() === "" && (stack.length === 1 || textless.has(top().tag))) continue;
      openForText();
      top().children.push(
        lineBreaks ? paragraph.replace(/[^\S\n]*\n[^\S\n]*/g, "<br>") : paragraph.replace(/[^\S\u00a0]+/g, " "),
      );
    }
  };
  let cut = false;
  for (const [, closing, tag = "", attributes, text] of html.matchAll(/<(\/?)([a-z0-9]+)((?:\s[^<>]*)?)>|([^<]+)/g)) {
    if (text !== undefined) {
      // A newline may become a tag of four characters.
      const cost = lineBreaks ? text.length + 3 * (text.split("\n").length - 1) : text.length;
      cut = cost > budget;
      addText(
        cut
          ? text.slice(0, Math.max(0, Math.floor(((budget - 100) * text.length) / cost))).replace(/\S{0,60}$/, "")
          : text,
      );
      budget -= cost;
    } else if (tag === "br") {
      if (stack.length > 1 && !textless.has(top().tag)) top().children.push("<br>");
      budget -= 4;
    } else if (closing) {
      const depth = stack.findLastIndex((entry) => entry.tag === tag);
      if (depth > 0 && (!inline.has(tag) || stack.slice(depth).every((entry) => inline.has(entry.tag)))) {
        stack.length = depth;
      }
    } else if (inline.has(tag)) {
      const useful = (tag !== "a" || attributes) && !stack.some((entry) => entry.tag === tag);
      if (useful) {
        openForText();
        open(tag, attributes);
      }
    } else if (makeRoomFor(parents[tag] ?? flow)) {
      open(tag);
    }
    cut ||= budget < 60;
    if (cut) break;
  }
  return { html: serialize(root), cut };
}
