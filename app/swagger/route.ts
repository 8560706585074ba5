import { apiPage } from "@/lib/web/api-page";

export const GET = () =>
  apiPage("swagger", { styles: ["swagger-ui.css", "page.css"], scripts: ["swagger-ui-bundle.js", "start.js"] });
