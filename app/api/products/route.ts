import { addProduct } from "@/lib/catalog/keeping/operations/add";
import { listProducts } from "@/lib/catalog/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listProducts, addProduct);
