import { apiPageStyle } from "@/lib/web/api-page";
import { serveBundles } from "@/lib/web/bundles";

// Its validator is a service on the internet: off.
const start = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#room",
  deepLinking: true,
  displayRequestDuration: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
`;

export const GET = serveBundles({
  "swagger-ui.css": { type: "css", file: "swagger-ui-dist/swagger-ui.css" },
  "swagger-ui-bundle.js": { type: "js", file: "swagger-ui-dist/swagger-ui-bundle.js" },
  "page.css": { type: "css", text: apiPageStyle },
  "start.js": { type: "js", text: start },
});
