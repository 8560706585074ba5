import { askForBooks, readBooks } from "@/lib/reports/books/operations";
import { rest } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(readBooks, askForBooks);
