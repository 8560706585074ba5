import { setPersonRoles } from "@/lib/accounts/people/operations/write";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(setPersonRoles);
