import { listKeptOrders } from "@/lib/orders/keeping/operations/read";
import { placePhoneOrder } from "@/lib/orders/phone/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listKeptOrders, placePhoneOrder);
