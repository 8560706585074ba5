import { changeContact, removeContact, requestContact } from "@/lib/auth/profile/contact";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(requestContact, changeContact, removeContact);
