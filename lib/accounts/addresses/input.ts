import * as z from "zod";
import { pageInput } from "@/lib/platform/pages";
import { filledLine, line, personName, writtenPhone } from "../input";
import { isCountry } from "./rules";

/** Where something is sent, whoever it is for. What a country asks for, and what it has not, is a matter of its rules. */
export const postalFields = {
  organization: line(120).default(""),
  line1: filledLine(200),
  line2: line(200).default(""),
  district: line(100).default(""),
  city: line(100).default(""),
  region: line(100).default(""),
  postcode: line(20).default(""),
  /** ISO 3166, two letters. */
  country: z.string("fields.required").refine(isCountry, "fields.wrong"),
};

const addressFields = {
  name: personName,
  ...postalFields,
  /** For the courier, as written. */
  phone: z.union([z.literal(""), writtenPhone]).default(""),
  /** True makes it the one that a checkout begins with; otherwise that stays as it is. */
  isDefault: z.boolean().default(false),
};

export const addressIdInput = z.object({ id: z.int().min(1).max(2_147_483_647) });
export const listAddressesInput = z.object(pageInput);
export const addAddressInput = z.object(addressFields);
export const editAddressInput = z.object({ ...addressFields, ...addressIdInput.shape });
