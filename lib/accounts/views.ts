import * as z from "zod";

export const userView = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(z.string()),
});

export const challengeView = z.object({
  challenge: z.string(),
  /** Seconds that the code lives. */
  expiresIn: z.int(),
});

export const tokensView = z.object({
  user: userView,
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds that the access token lives. */
  expiresIn: z.int(),
  /** Lines of the cart that changed when it was united with the saved one. */
  cartChanged: z.int(),
  /** Staff made the password: the session may do nothing but change it. */
  mustChangePassword: z.boolean(),
});

/** A place where somebody is signed in. */
export const sessionView = z.object({
  id: z.uuid(),
  /** What a person would call it, as "Firefox on Windows". */
  device: z.string(),
  /** The network of the last use, its last part left out. */
  network: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** The one that asks. */
  current: z.boolean(),
});

/** The secret that an authenticator app wants, for its three ways to get it. */
export const twoFactorSetupView = z.object({
  /** To be typed: base32. */
  secret: z.string(),
  /** To be opened, on the phone itself. */
  uri: z.string(),
  /** To be scanned: the same address as an SVG. */
  qr: z.string(),
});

export type UserView = z.infer<typeof userView>;
export type ChallengeView = z.infer<typeof challengeView>;
