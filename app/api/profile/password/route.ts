import { changePassword } from "@/lib/auth/profile/password";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(changePassword);
