import * as z from "zod";

/** A saved address. A field that its country does not have is "". */
export const addressView = z.object({
  id: z.int(),
  isDefault: z.boolean(),
  name: z.string(),
  organization: z.string(),
  line1: z.string(),
  line2: z.string(),
  district: z.string(),
  city: z.string(),
  region: z.string(),
  postcode: z.string(),
  country: z.string(),
  phone: z.string(),
  /** As it is written on a parcel, with the country in the reader's language. */
  lines: z.array(z.string()),
});

export type AddressView = z.infer<typeof addressView>;
