import * as z from "zod";
import { shiftView, specialDayView } from "../views";
import { retailerStatuses } from "./rules/status";

/** A shop in the list of those who keep the market. */
export const keptRetailerRowView = z.object({
  id: z.int(),
  handle: z.string(),
  name: z.string(),
  trade: z.string(),
  city: z.string(),
  country: z.string(),
  status: z.enum(retailerStatuses),
  createdAt: z.string(),
});

/** What an owner says of a shop. Money in minor units of the market's currency, distance in metres, place in degrees. */
export const settingsView = z.object({
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  trade: z.string(),
  hue: z.int(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  addressLine: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  timezone: z.string(),
  delivers: z.boolean(),
  picksUp: z.boolean(),
  deliveryRadius: z.int().nullable(),
  minimumOrder: z.int(),
  deliveryFee: z.int(),
  freeAbove: z.int().nullable(),
  preparation: z.string(),
  lowStock: z.int(),
});

/** A shop with all that its owners and staff know of it. */
export const keptRetailerView = settingsView.extend({
  id: z.int(),
  handle: z.string(),
  status: z.enum(retailerStatuses),
  /** Why it was refused or suspended. */
  statusNote: z.string(),
  banner: z.string().nullable(),
  hours: z.array(shiftView),
  specialDays: z.array(specialDayView),
  /** The date that it is there now. */
  today: z.string(),
  createdAt: z.string(),
});

/** What was saved, and what somebody else had changed besides since it was read. */
export const savedRetailerView = z.object({
  retailer: keptRetailerView,
  meanwhile: z.array(z.object({ field: z.string(), was: z.unknown(), now: z.unknown(), yours: z.unknown() })),
});

export type KeptRetailerRowView = z.infer<typeof keptRetailerRowView>;
export type SettingsView = z.infer<typeof settingsView>;
export type KeptRetailerView = z.infer<typeof keptRetailerView>;
