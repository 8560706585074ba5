import { openApi } from "@/lib/web/openapi";
import manifest from "@/package.json";
import { examples } from "./examples";
import { operations, views } from "./operations";

const description = `One catalog, one cart, many shops. Every answer is an envelope: \`success\`, \`message\`, \`data\`, and
\`meta.page\` for lists; a refusal carries \`code\`, \`errors\` by field and \`requestId\`. Addresses work with and without
a slash at the end. Money is in minor units of its currency, weights in grams.

To order: \`request-otp\`, then \`verify-otp\` with the code; put things in the cart, which a cookie keeps; then
\`POST /api/orders\` with an \`Idempotency-Key\` of your making. The same key never orders twice.`;

/** The API document. */
export const document = () =>
  openApi({ title: "Charsu", description, version: manifest.version, operations, views, examples });
