import { receiveUpload } from "@/lib/catalog/uploads/operations/receive";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(receiveUpload);
