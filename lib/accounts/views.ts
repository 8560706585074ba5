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

export type UserView = z.infer<typeof userView>;
export type ChallengeView = z.infer<typeof challengeView>;
