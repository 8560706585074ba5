import { listKeptCategories } from "@/lib/catalog/categories/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listKeptCategories);
