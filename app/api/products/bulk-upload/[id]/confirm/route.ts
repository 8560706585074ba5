import { confirmUpload } from "@/lib/catalog/uploads/operations/confirm";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(confirmUpload);
