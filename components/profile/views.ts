/** The views of the profile in the order of their links, by the last part of their address. */
export const profileViews = ["orders", "addresses", "details", "contact", "security", "sessions", "data"] as const;

export type ProfileView = (typeof profileViews)[number];

/** What a view may be told to say when it comes after a form, by the words of the catalog. */
const doneKeys = [
  "order_edited",
  "order_cancelled",
  "address_saved",
  "address_removed",
  "address_default",
  "details",
  "contact",
  "code_sent",
  "contact_removed",
  "password",
  "two_factor_off",
  "session_ended",
  "sessions_ended",
] as const;

export type Done = (typeof doneKeys)[number];

/** What was done, from the query of an address; undefined for anything else. */
export const doneOf = (asked: unknown): Done | undefined => doneKeys.find((each) => each === asked);
