import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";

/** What the audit keeps of, by the names of the tables. */
export const auditedThings = [
  "products",
  "variants",
  "product_options",
  "pictures",
  "categories",
  "brands",
  "orders",
  "retailers",
  "retailer_members",
  "opening_hours",
  "hours_exceptions",
  "users",
  "user_roles",
  "credentials",
] as const;

export const auditActions = ["insert", "update", "delete", "reveal"] as const;

const day = z.iso.date("fields.wrong");

export const listAuditInput = z.object({
  ...keysetInput,
  /** Who did it. */
  person: z.int().positive().optional(),
  thing: z.enum(auditedThings).optional(),
  /** Of a thing, which one. */
  record: z.string().trim().max(100).optional(),
  action: z.enum(auditActions).optional(),
  /** Days in UTC, both of them included. */
  from: day.optional(),
  to: day.optional(),
});

export const recordAtInput = z.object({
  thing: z.enum(auditedThings),
  record: z.string().trim().min(1).max(100),
  /** A moment, to the microsecond; now without one. */
  at: z.iso.datetime({ offset: true }).optional(),
});
