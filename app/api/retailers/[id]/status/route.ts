import { decideRetailer } from "@/lib/retailers/keeping/operations/decide";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(decideRetailer);
