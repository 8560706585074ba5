import { previewBulk } from "@/lib/catalog/keeping/operations/bulk";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(previewBulk);
