import * as z from "zod";
import { filledLine } from "@/lib/accounts/input";
import { keysetInput } from "@/lib/platform/pages";
import { orderIdInput } from "../input";
import { orderStatuses } from "../rules";

const status = z.enum(orderStatuses);
const day = z.iso.date("fields.wrong");
const note = z.string().trim().max(500);

export const boardInput = z.object({
  ...keysetInput,
  status: status.default("pending"),
  fulfilment: z.enum(["delivery", "pickup"]).optional(),
  /** The handle of one shop. */
  shop: z.string().trim().max(100).optional(),
  /** First and last day of placing, on the shop's clock; in UTC over all shops. */
  since: day.optional(),
  until: day.optional(),
  /** A number or its beginning; for those who keep the market also a part of a name, an e-mail address or a phone number. Whatever its status. */
  q: z.string().trim().min(3, "fields.part").max(100).optional(),
  /** The number of an account: its orders, newest first, whatever their status. */
  person: z.int().positive().optional(),
});

export const moveInput = orderIdInput.extend({
  to: status,
  /** The status that was seen: an order that has moved on since is not moved. */
  from: status,
  /** Shown to the shopper as well. */
  note: note.optional(),
});

export const moveManyInput = z.object({
  ids: z.array(orderIdInput.shape.id).min(1, "admin.orders.none_selected").max(100),
  to: status,
  from: status,
  note: note.optional(),
});

export const packingInput = boardInput
  .pick({ status: true, fulfilment: true, shop: true, since: true, until: true })
  .extend({
    /** These orders alone. */
    ids: z.array(orderIdInput.shape.id).max(100).optional(),
  });

export const revealInput = orderIdInput.extend({
  /** Why, for the audit. */
  reason: filledLine(300).min(5, "fields.reason"),
});
