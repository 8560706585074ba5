import * as z from "zod";
import { across, filledLine, line, personName, typedEmail, typedPhone } from "@/lib/accounts/input";
import { keysetInput } from "@/lib/platform/pages";
import { foldDigits } from "@/lib/platform/text/digits";
import { postcodeOfCountry, shopInput } from "../input";
import { overlapsOfDays, overlapsOfWeek } from "./rules/hours";
import { decisions, retailerStatuses, stepOf } from "./rules/status";

const largestAmount = 1_000_000_000_000;
const id = z.int().min(1).max(2_147_483_647);

export const keptRetailerId = z.object({ id });

export const keptRetailersInput = z.object({
  ...keysetInput,
  /** A part of the name. */
  q: z.string().trim().max(100).optional(),
  status: z.enum(retailerStatuses).optional(),
  /** The beginning of the city, and of the trade. */
  city: z.string().trim().max(100).optional(),
  trade: z.string().trim().max(80).optional(),
});

const amount = z.int("fields.price").min(0, "fields.price").max(largestAmount, "fields.price");
const { country, latitude, longitude, timezone } = shopInput.shape;

/** What an owner says of a shop. Money in minor units of the market's currency, distance in metres. */
export const settingsFields = {
  name: personName,
  tagline: line(160),
  /** HTML or plain text; it is cleaned before it is stored. */
  description: z.string().max(200_000),
  trade: filledLine(80),
  /** Degrees on the colour wheel. */
  hue: z.int().min(0).max(359),
  email: typedEmail.nullable(),
  phone: typedPhone.nullable(),
  addressLine: filledLine(200),
  /** As its country writes it; "" where the country has none. */
  postcode: line(20),
  city: filledLine(100),
  country,
  latitude,
  longitude,
  timezone,
  delivers: z.boolean(),
  picksUp: z.boolean(),
  /** Null delivers anywhere. */
  deliveryRadius: z.int("fields.distance").min(1, "fields.distance").max(30_000_000, "fields.distance").nullable(),
  minimumOrder: amount,
  deliveryFee: amount,
  /** Null: never for free. */
  freeAbove: amount.nullable(),
  preparation: line(300),
  lowStock: z.int("fields.count").min(0, "fields.count").max(10_000, "fields.count"),
};

export type SettingsField = keyof typeof settingsFields;
export const settingsNames = Object.keys(settingsFields) as SettingsField[];

/** What whoever edits had before them, so that nothing that somebody else changed meanwhile is lost. */
const base = z.partialRecord(
  z.enum(settingsNames as [SettingsField, ...SettingsField[]]),
  z.union([z.string().max(200_000), z.number(), z.boolean(), z.null()]),
);

const handsOver = across<{ delivers?: unknown; picksUp?: unknown }>(({ delivers, picksUp }, refuse) => {
  if (delivers === false && picksUp === false) refuse("picksUp", "fields.hands_over", { code: "hands_over" });
});

/** A field that is left out stays as it is. */
export const editRetailerInput = z
  .object({ id, ...z.object(settingsFields).partial().shape, base: base.optional() })
  .check(handsOver, postcodeOfCountry);

/** A time as people type it: `9:00`, `09.00`, digits of any script; `24:00` is midnight. */
const time = z
  .string("fields.required")
  .transform((typed) => foldDigits(typed).trim())
  .pipe(
    z
      .string()
      .min(1, "fields.required")
      .regex(/^(?:(?:[01]?\d|2[0-3])[:.][0-5]\d|24[:.]00)$/, "fields.time"),
  )
  .transform((text) => text.replace(".", ":").replace("24:", "00:").padStart(5, "0"));

const hours = { opens: time, closes: time };
type Given = { opens?: unknown; closes?: unknown };

/** What opens and closes at one time is open all day and night at midnight, and a slip of the pen at any other. */
const atOnce = across<Given>(({ opens, closes }, refuse) => {
  if (typeof opens === "string" && opens === closes && opens !== "00:00") refuse("closes", "fields.at_once");
});

const shift = z.object({ weekday: z.int().min(0).max(6), ...hours }).check(atOnce);
const dayShift = z.object(hours).check(atOnce);
const week = z.array(shift).max(42);

export const setHoursInput = z
  .object({ id, hours: week, base: week.optional() })
  .superRefine(({ hours: shifts }, { addIssue }) => {
    for (const { index, other } of overlapsOfWeek(shifts)) {
      const { opens, closes } = shifts[other]!;
      const params = { code: "overlap", other: `${opens}–${closes}` };
      addIssue({ code: "custom", path: ["hours", index, "opens"], message: "fields.overlap", params });
    }
  });

const dated = z.object({
  /** A date of the shop's own clock. */
  day: z.iso.date("fields.date"),
  /** What the day is, as a holiday's name. */
  name: line(80).default(""),
  /** Closed without any. */
  shifts: z.array(dayShift).max(6).default([]),
});
const days = z.array(dated).max(400);

export const setSpecialDaysInput = z
  .object({ id, days, base: days.optional() })
  .superRefine(({ days: given }, { addIssue }) => {
    const refuse = (path: (string | number)[], message: string, params: Record<string, unknown>) =>
      addIssue({ code: "custom", path: ["days", ...path], message, params });
    for (const [index, { day }] of given.entries()) {
      if (given.findIndex((each) => each.day === day) < index)
        refuse([index, "day"], "fields.twice", { code: "twice" });
    }
    const places = given.flatMap(({ shifts }, at) => shifts.map((each, place) => ({ at, place, each })));
    for (const { index, other } of overlapsOfDays(given)) {
      const { at, place } = places[index]!;
      const { opens, closes } = places[other]!.each;
      refuse([at, "shifts", place, "opens"], "fields.overlap", { code: "overlap", other: `${opens}–${closes}` });
    }
  });

export const decideRetailerInput = z
  .object({
    id,
    decision: z.enum(decisions),
    /** The status that whoever decides had before them. */
    from: z.enum(retailerStatuses),
    /** Told to the owners; asked for where something is refused or suspended. */
    reason: line(500).default(""),
  })
  .check(
    across<{ decision: unknown; reason: unknown }>(({ decision, reason }, refuse) => {
      const known = decisions.find((each) => each === decision);
      if (known && stepOf(known).reason && (typeof reason !== "string" || reason.length < 5))
        refuse("reason", "fields.reason", { code: "reason" });
    }),
  );
