import * as z from "zod";

const hours = { opens: z.string(), closes: z.string() };
export const shiftView = z.object({ weekday: z.int(), ...hours });
/** A date in the shop's own zone on which its week does not hold: open in these shifts alone, closed without any. */
export const specialDayView = z.object({ day: z.string(), name: z.string(), shifts: z.array(z.object(hours)) });

/** A shop as everybody sees it. Money in minor units of the market's currency, distance in metres. */
export const retailerView = z.object({
  id: z.int(),
  handle: z.string(),
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  trade: z.string(),
  status: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.object({ line: z.string(), postcode: z.string(), city: z.string(), country: z.string() }),
  timezone: z.string(),
  hue: z.int(),
  banner: z.string().nullable(),
  delivery: z.object({
    delivers: z.boolean(),
    picksUp: z.boolean(),
    radius: z.int().nullable(),
    minimumOrder: z.int(),
    deliveryFee: z.int(),
    freeAbove: z.int().nullable(),
    preparation: z.string(),
  }),
  hours: z.array(shiftView),
  specialDays: z.array(specialDayView),
  products: z.int(),
});

export type RetailerView = z.infer<typeof retailerView>;
