import { readPerson } from "@/lib/accounts/people/operations/read";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readPerson);
