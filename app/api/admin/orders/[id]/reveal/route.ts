import { revealOrder } from "@/lib/orders/keeping/operations/reveal";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(revealOrder);
