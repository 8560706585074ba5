import { readDashboard } from "@/lib/reports/operations/dashboard";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readDashboard);
