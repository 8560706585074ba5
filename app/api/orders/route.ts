import { listOrders } from "@/lib/orders/operations/read";
import { submitOrders } from "@/lib/orders/operations/submit";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listOrders, submitOrders);
