import { editProduct } from "@/lib/catalog/keeping/operations/edit";
import { removeProduct } from "@/lib/catalog/keeping/operations/remove";
import { readProduct } from "@/lib/catalog/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readProduct, editProduct, removeProduct);
