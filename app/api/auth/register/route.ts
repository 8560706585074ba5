import { register } from "@/lib/auth/register";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(register);
