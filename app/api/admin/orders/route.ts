import { listKeptOrders } from "@/lib/orders/keeping/operations/read";
import { placePhoneOrder } from "@/lib/orders/keeping/phone/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listKeptOrders, placePhoneOrder);
