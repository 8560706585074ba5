import { removeBanner, setBanner } from "@/lib/catalog/pictures/operations/banner";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(setBanner, removeBanner);
