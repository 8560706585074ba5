import { deleteAccount, requestDeletion } from "@/lib/auth/profile/deletion";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(requestDeletion, deleteAccount);
