import * as z from "zod";
import { auditActions } from "./input";

/** One field of a record that was changed, as text; null where it had no value. */
export const fieldChangeView = z.object({ field: z.string(), was: z.string().nullable(), now: z.string().nullable() });

export const auditEntryView = z.object({
  id: z.int(),
  at: z.string(),
  /** Null when nobody was signed in, as in a command. */
  person: z.object({ id: z.int(), name: z.string() }).nullable(),
  /** The database login, without the database's name: shop, retailer, staff, admin, auth, worker, or owner. */
  login: z.string(),
  action: z.enum(auditActions),
  thing: z.string(),
  record: z.string(),
  changes: z.array(fieldChangeView),
});

export const recordAtView = z.object({
  thing: z.string(),
  record: z.string(),
  at: z.string(),
  /** How it stood then; null when it was not there yet, or no more. */
  fields: z.array(z.object({ field: z.string(), value: z.string().nullable() })).nullable(),
  /** The entry that made it so; null when the audit knows it from what came later. */
  since: z.object({ id: z.int(), at: z.string() }).nullable(),
});

export type AuditEntryView = z.infer<typeof auditEntryView>;
export type RecordAtView = z.infer<typeof recordAtView>;
