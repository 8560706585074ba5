import { listAudit } from "@/lib/reports/audit/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listAudit);
