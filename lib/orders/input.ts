import * as z from "zod";
import { postalFields } from "@/lib/accounts/addresses/input";
import { missingFields } from "@/lib/accounts/addresses/rules";
import { writtenPhone } from "@/lib/accounts/input";
import { pageInput } from "@/lib/platform/pages";
import { orderStatuses } from "./rules";

const words = (maximum: number) =>
  z.string("fields.required").trim().min(1, { error: "fields.required", abort: true }).max(maximum);

export const contactInput = z.object({
  name: words(120),
  email: z.email("fields.email").max(254),
  phone: writtenPhone,
});

/** As a saved address, but what a courier can do without is not asked for: a state or an emirate, and how a code looks. */
export const addressInput = z.object(postalFields).superRefine((address, { addIssue }) => {
  for (const field of missingFields(address)) {
    if (field !== "region") addIssue({ code: "custom", path: [field], message: "fields.required" });
  }
});

const fulfilment = z.enum(["delivery", "pickup"]);
const note = z.string().trim().max(1000);

export const submitInput = z.object({
  idempotencyKey: z.string("fields.required").min(8, "fields.required").max(100),
  /** The cookie, handed in by the door. */
  /** Handles of the baskets to submit; all of them when absent. */
  retailers: z.array(z.string().max(100)).max(100).optional(),
  contact: contactInput,
  address: addressInput.optional(),
  fulfilment: fulfilment.optional(),
  /** Delivery or pickup by retailer handle, where it differs from `fulfilment`. */
  choices: z.record(z.string(), fulfilment).optional(),
  payment: z.enum(["cash_on_delivery", "cash_on_pickup"]).optional(),
  note: note.optional(),
  /** What the shopper was shown, in minor units; anything else is answered with the differences. */
  expectedTotal: z.int().min(0).optional(),
  /** The lines the shopper was shown, as `12x2@1250`. */
  shown: z.string().max(4000).optional(),
  /** What the lines were called there, by variant id: a thing that is no longer sold has no name here. */
  names: z.record(z.string().max(10), z.string().max(400)).optional(),
  /** The delivery fees the shopper was shown by retailer id, as `3@500`. */
  shownFees: z.string().max(2000).optional(),
});

export const listOrdersInput = z.object({ ...pageInput, status: z.enum(orderStatuses).optional() });
export const orderNumberInput = z.object({ number: z.string().regex(/^\d{1,9}(-\d{1,3})?$/) });
export const orderIdInput = z.object({ id: z.string().regex(/^\d{1,10}-\d{1,3}$/) });

/** What is absent stays as it is on the order. */
export const editOrderInput = orderIdInput.extend({
  contact: contactInput.partial().optional(),
  address: addressInput.optional(),
  note: note.optional(),
  fulfilment: fulfilment.optional(),
  /** What the order costs then as the shopper was shown it, in minor units. */
  expectedTotal: z.int().min(0).optional(),
});

export const cancelOrderInput = orderIdInput.extend({ reason: note.optional() });
