import { serveBundles } from "@/lib/web/bundles";

const style = `:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 84rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
nav p, nav ul { display: flex; flex-wrap: wrap; gap: 0.375rem; list-style: none; margin: 0 0 0.75rem; padding: 0; }
nav a { display: block; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 0.5rem; padding: 0.125rem 0.625rem; color: inherit; text-decoration: none; }
nav a[aria-current] { background: CanvasText; color: Canvas; }
h2 { font-size: 1.25rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin-block: 1.5rem 0.5rem; }
.looks { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
iframe { box-sizing: border-box; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 0.75rem; block-size: 52rem; max-inline-size: 100%; }
.phone { inline-size: 390px; }
.desk { flex: 1 1 36rem; min-inline-size: 0; }
@media (max-width: 50rem) { .desk { display: none; } }
.light { color-scheme: light; }
.dark { color-scheme: dark; }
pre { margin: 0; padding: 1rem 1.25rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 0.75rem; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; max-inline-size: 44rem; }
`;

export const GET = serveBundles({ "mails.css": { type: "css", text: style } });
