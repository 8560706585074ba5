import * as z from "zod";
import { userView } from "../views";

const contactWay = z.object({
  address: z.string(),
  /** Whether a code proved that it is theirs. */
  confirmed: z.boolean(),
});

/** How somebody is reached and signs in. */
export const contactView = z.object({
  email: contactWay.nullable(),
  phone: contactWay.nullable(),
  /** An address or number that waits for its code. */
  unconfirmed: z.string().nullable(),
});

export const profileView = z.object({
  user: userView,
  /** The language that the person chose; null for the market's. */
  locale: z.string().nullable(),
  contact: contactView,
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** The shops that the person works for; `reason` is why staff refused or suspended one. */
  shops: z.array(
    z.object({
      id: z.int(),
      handle: z.string(),
      name: z.string(),
      status: z.string(),
      reason: z.string(),
      role: z.string(),
    }),
  ),
  createdAt: z.iso.datetime(),
});

/** A sign-in and what of it is kept; nothing that it could be used by. */
const sessionTrace = z.object({
  userAgent: z.string(),
  /** The network of its last use, its last part left out. */
  network: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export const sessionTraces = z.array(sessionTrace);

export type SessionTrace = z.infer<typeof sessionTrace>;
export type ContactView = z.infer<typeof contactView>;
export type ProfileView = z.infer<typeof profileView>;
