import { listPictures } from "@/lib/catalog/pictures/operations/keep";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listPictures);
