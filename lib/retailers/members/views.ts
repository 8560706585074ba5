import * as z from "zod";

/** Somebody who works for a shop; `id` is the person's. */
export const memberView = z.object({ id: z.int(), name: z.string(), role: z.enum(["owner", "staff"]) });

export type MemberView = z.infer<typeof memberView>;
