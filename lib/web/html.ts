const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup that needs no escaping any more. */
class Markup {
  constructor(readonly source: string) {}
}

type Part = string | number | Markup | readonly Part[];

function render(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (typeof part === "object") return part.map(render).join("");
  return String(part).replace(/[&<>"']/g, (character) => escapes[character]!);
}

/** A template of HTML: whatever is put in is escaped, unless it is such a template itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((text, index) => (index ? render(parts[index - 1]!) + text : text)).join(""));
}

type Head = { title: string; lang: string; dir: string; styles?: readonly string[]; scripts?: readonly string[] };

/** A page outside the shop's own, without its frame and its script. Styles and scripts are addresses of our own. */
export function htmlPage({ title, lang, dir, styles = [], scripts = [] }: Head, main: Markup): Response {
  const page = html`<!DOCTYPE html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">\n`)}</head>
<body>
${main}
${scripts.map((src) => html`<script src="${src}"></script>\n`)}</body>
</html>
`;
  return new Response(page.source, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
