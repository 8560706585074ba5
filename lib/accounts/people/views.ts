import * as z from "zod";

const at = z.iso.datetime();

/** E-mail address and phone number are masked for whoever may not see them whole: `s…@example.com`, `+49…67`. */
export const personRowView = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  active: z.boolean(),
  /** The account was deleted by its owner; what is left is a number that orders point to. */
  deleted: z.boolean(),
  roles: z.array(z.string()),
  /** In how many shops the person works. */
  shops: z.int(),
  joinedAt: at,
  /** When a session of theirs was last used; null for never. */
  lastSeenAt: at.nullable(),
});

export const personView = personRowView.omit({ shops: true }).extend({
  locale: z.string().nullable(),
  /** Whether address and number are masked here. */
  masked: z.boolean(),
  shops: z.array(
    z.object({
      id: z.int(),
      handle: z.string(),
      name: z.string(),
      status: z.string(),
      role: z.enum(["owner", "staff"]),
    }),
  ),
  /** Orders, counted to at most a thousand; one more says that there are more. */
  orders: z.int(),
});

/** Where somebody is signed in. `network` is told to admins alone. */
export const personSessionView = z.object({
  id: z.uuid(),
  device: z.string(),
  network: z.string().nullable(),
  createdAt: at,
  lastSeenAt: at,
});

export const personContactView = z.object({ email: z.string().nullable(), phone: z.string().nullable() });

export type PersonRowView = z.infer<typeof personRowView>;
export type PersonView = z.infer<typeof personView>;
export type PersonSessionView = z.infer<typeof personSessionView>;
export type PersonContactView = z.infer<typeof personContactView>;
