import { forgotPassword } from "@/lib/auth/reset";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(forgotPassword);
