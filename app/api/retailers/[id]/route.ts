import { editRetailer } from "@/lib/retailers/keeping/operations/edit";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(editRetailer);
