import { addAddress, listAddresses } from "@/lib/accounts/addresses/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listAddresses, addAddress);
