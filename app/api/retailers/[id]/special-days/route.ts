import { setSpecialDays } from "@/lib/retailers/keeping/operations/hours";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(setSpecialDays);
