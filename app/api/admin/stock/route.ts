import { listStock } from "@/lib/catalog/stock/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listStock);
