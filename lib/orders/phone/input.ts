import * as z from "zod";
import { personName, typedEmail, typedPhone } from "@/lib/accounts/input";
import { largestId, maxLines, maxQuantity } from "@/lib/cart/cookie";
import { submitInput } from "../input";

const id = z.int().min(1).max(largestId);

export const findCustomersInput = z.object({
  /** Part of a name, an e-mail address or a phone number. */
  q: z.string("fields.part").trim().min(3, "fields.part").max(100),
});

export const openAccountInput = z.object({
  name: personName,
  email: typedEmail.optional(),
  phone: typedPhone.optional(),
});

const items = z.array(z.object({ variantId: id, quantity: z.int().min(1).max(maxQuantity) })).max(maxLines);

export const preparePhoneOrderInput = z.object({ customerId: id.optional(), items });

/** As a shopper's submit, for somebody else and of what was said instead of a cart. */
export const placePhoneOrderInput = submitInput.extend({ customerId: id, items: items.min(1) });
