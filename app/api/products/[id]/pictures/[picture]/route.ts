import { editPicture, removePicture } from "@/lib/catalog/pictures/operations/keep";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(editPicture, removePicture);
