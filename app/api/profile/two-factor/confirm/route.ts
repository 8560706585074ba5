import { confirmTwoFactor } from "@/lib/auth/profile/two-factor";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(confirmTwoFactor);
