import { readProfile, updateProfile } from "@/lib/auth/profile/details";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readProfile, updateProfile);
