import { editOrder } from "@/lib/orders/operations/edit";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(editOrder);
