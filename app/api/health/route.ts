import { rest } from "@/lib/web/endpoint";
import { health } from "@/lib/web/health";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(health);
