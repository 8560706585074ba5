import * as z from "zod";
import { pageInput } from "@/lib/platform/pages";

export const listRetailersInput = z.object(pageInput);
