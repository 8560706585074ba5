import { cancelOrder } from "@/lib/orders/operations/cancel";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(cancelOrder);
