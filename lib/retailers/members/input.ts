import * as z from "zod";

/** A shop by its handle. */
const retailer = z.string("fields.required").trim().min(1, "fields.required").max(80);

export const listMembersInput = z.object({ retailer });

export const removeMemberInput = z.object({ id: z.int().positive(), retailer });
export const setMemberInput = removeMemberInput.extend({ role: z.enum(["owner", "staff"]) });
