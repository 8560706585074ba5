import { downloadUploadResult } from "@/lib/catalog/uploads/operations/result";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(downloadUploadResult);
