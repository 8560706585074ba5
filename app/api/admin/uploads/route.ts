import { listUploads } from "@/lib/catalog/uploads/operations/read";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listUploads);
