import { addCategory } from "@/lib/catalog/categories/operations";
import { listCategories } from "@/lib/catalog/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listCategories, addCategory);
