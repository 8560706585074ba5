import { listPersonSessions } from "@/lib/accounts/people/operations/read";
import { endPersonSessions } from "@/lib/accounts/people/operations/write";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listPersonSessions, endPersonSessions);
