import { exportProfile } from "@/lib/auth/profile/export";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(exportProfile);
