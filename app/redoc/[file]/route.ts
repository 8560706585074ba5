import { apiPageStyle } from "@/lib/web/api-page";
import { serveBundles } from "@/lib/web/bundles";

export const GET = serveBundles({
  "redoc.standalone.js": {
    type: "js",
    file: "redoc/bundles/redoc.standalone.js",
    // The picture beside the maker's name would come from the internet; without it only the name is there.
    mend: (source) => source.replace("https://cdn.redoc.ly/redoc/logo-mini.svg", "data:,"),
  },
  "start.js": {
    type: "js",
    text: `Redoc.init("/api/openapi.json", { hideDownloadButtons: true }, document.getElementById("room"));\n`,
  },
  "page.css": { type: "css", text: apiPageStyle },
});
