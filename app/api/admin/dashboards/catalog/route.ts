import { readCatalogFigures } from "@/lib/reports/operations/catalog";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readCatalogFigures);
