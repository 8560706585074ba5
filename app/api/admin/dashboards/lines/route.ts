import { listSoldLines } from "@/lib/reports/operations/rows";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listSoldLines);
