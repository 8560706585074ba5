import { verifyCode } from "@/lib/auth/sign-in";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(verifyCode);
