import * as z from "zod";
import { boardOrderView } from "../keeping/views";
import { checkoutView } from "../views";

/** An account as it is chosen to order for; its contact is masked. */
export const customerView = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const preparedPhoneOrderView = checkoutView
  .pick({ baskets: true, changes: true })
  .extend({ customer: customerView.nullable() });

/** What a call came to: an order for each retailer. */
export const phoneOrderView = z.object({ number: z.int(), orders: z.array(boardOrderView) });

export type CustomerView = z.infer<typeof customerView>;
