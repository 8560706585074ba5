import { listKeptProducts } from "@/lib/catalog/keeping/operations/list";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listKeptProducts);
