import { addBrand } from "@/lib/catalog/brands/operations";
import { listBrands } from "@/lib/catalog/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listBrands, addBrand);
