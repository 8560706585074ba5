import { serveBundles } from "@/lib/web/bundles";

const style = `:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 44rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
ol { list-style: none; padding: 0; display: grid; gap: 1rem; }
article { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 0.75rem; padding: 1rem 1.25rem; }
h2 { font-size: 1.125rem; margin: 0 0 0.25rem; overflow-wrap: anywhere; }
.about { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; font-size: 0.875rem; overflow-wrap: anywhere; }
pre { margin: 0.75rem 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

export const GET = serveBundles({ "outbox.css": { type: "css", text: style } });
