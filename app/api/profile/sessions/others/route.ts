import { endOtherSessions } from "@/lib/auth/profile/sessions";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(endOtherSessions);
