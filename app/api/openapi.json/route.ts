import { handlers } from "@/lib/web/endpoint";
import { document } from "../document";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlers({ GET: async () => Response.json(document()) });
