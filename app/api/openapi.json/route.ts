import { cacheable, handlers } from "@/lib/web/endpoint";
import { document } from "../document";

let text: string | undefined;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlers({
  GET: async (request) => {
    text ??= JSON.stringify(document());
    return cacheable(request, text);
  },
});
