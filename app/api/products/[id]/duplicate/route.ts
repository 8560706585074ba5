import { duplicateProduct } from "@/lib/catalog/keeping/operations/add";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(duplicateProduct);
