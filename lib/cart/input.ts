import * as z from "zod";
import { largestId, maxQuantity } from "./cookie";

const variantId = z.int().min(1).max(largestId);
const upTo = (minimum: number) => z.int().min(minimum).max(maxQuantity);
/** The cookie, handed in by the door. */
const cart = z.string().optional();

export const readCartInput = z.object({ cart });
export const addItemInput = z.object({ variantId, quantity: upTo(1).default(1), cart });
export const updateItemInput = z.object({ variantId, quantity: upTo(0), cart });
export const removeItemInput = z.object({ variantId, cart });
