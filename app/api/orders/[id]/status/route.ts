import { moveOrder } from "@/lib/orders/keeping/operations/move";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(moveOrder);
