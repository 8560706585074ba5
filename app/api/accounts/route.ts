import { createAccount } from "@/lib/auth/create-account";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(createAccount);
