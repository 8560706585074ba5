import { env } from "@/lib/platform/env";
import { direction, translator } from "@/lib/platform/messages";
import manifest from "@/package.json";
import { html, htmlPage } from "./html";

type Viewer = "swagger" | "redoc";

const versions = { swagger: manifest.dependencies["swagger-ui-dist"], redoc: manifest.dependencies.redoc };

/** The address of a viewer's file, new with each version of the package and of ours. */
const address = (viewer: Viewer) => (file: string) => `/${viewer}/${file}?v=${versions[viewer]}-${manifest.version}`;

/** The frame around a viewer of the API document: `room` is where its script draws. */
export function apiPage(viewer: Viewer, files: { styles: string[]; scripts: string[] }): Response {
  const lang = env.CHARSU_LOCALE;
  const say = translator(lang);
  const other = viewer === "swagger" ? "redoc" : "swagger";
  // Swagger UI brings a main of its own.
  const room = html`<div id="room"></div>`;
  return htmlPage(
    {
      title: `${say("dev.api")} – ${say(`dev.${viewer}`)}`,
      lang,
      dir: direction(lang),
      styles: files.styles.map(address(viewer)),
      scripts: files.scripts.map(address(viewer)),
    },
    html`<header class="bar"><strong>${say("dev.api")}</strong>
<nav aria-label="${say("dev.api")}"><a href="/${other}">${say(`dev.${other}`)}</a> <a href="/api/openapi.json">${say("dev.openapi")}</a></nav></header>
${viewer === "swagger" ? room : html`<main>${room}</main>`}<noscript><p>${say("dev.script_needed")}</p></noscript>`,
  );
}

/** The look of the frame, for both viewers. */
export const apiPageStyle = `body { margin: 0; background: #fff; color: #1f2328; }
.bar { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; padding: 0.75rem 1.25rem; border-block-end: 1px solid #d8dee4; font: 1rem/1.5 system-ui, sans-serif; }
.bar nav { display: flex; gap: 1.25rem; }
.bar a { color: #0b57d0; }
noscript p { padding: 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
`;
