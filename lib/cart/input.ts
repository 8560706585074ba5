import * as z from "zod";
import { maxQuantity } from "./cookie";

const variantId = z.int().min(1).max(2_147_483_647);
const quantity = z.int().min(1).max(maxQuantity);
/** The cookie, handed in by the door. */
const cart = z.string().optional();

export const readCartInput = z.object({ cart });
export const addItemInput = z.object({ variantId, quantity: quantity.default(1), cart });
export const updateItemInput = z.object({ variantId, quantity: quantity.min(0), cart });
export const removeItemInput = z.object({ variantId, cart });
