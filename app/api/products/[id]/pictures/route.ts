import { addPictures } from "@/lib/catalog/pictures/operations/add";
import { orderPictures } from "@/lib/catalog/pictures/operations/keep";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(addPictures, orderPictures);
