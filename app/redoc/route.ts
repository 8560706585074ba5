import { apiPage } from "@/lib/web/api-page";

export const GET = () => apiPage("redoc", { styles: ["page.css"], scripts: ["redoc.standalone.js", "start.js"] });
