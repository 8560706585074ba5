import { reorder } from "@/lib/orders/operations/reorder";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(reorder);
