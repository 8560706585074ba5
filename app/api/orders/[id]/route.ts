import { readOrder } from "@/lib/orders/operations/read";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readOrder);
