import { readKeptRetailer } from "@/lib/retailers/keeping/operations/read";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readKeptRetailer);
