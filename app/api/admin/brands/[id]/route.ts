import { readBrand } from "@/lib/catalog/brands/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readBrand);
