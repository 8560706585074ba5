import { listKeptOrders } from "@/lib/orders/keeping/operations/read";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listKeptOrders);
