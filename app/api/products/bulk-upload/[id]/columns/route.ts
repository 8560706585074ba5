import { readUploadColumns } from "@/lib/catalog/uploads/operations/choose";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readUploadColumns);
