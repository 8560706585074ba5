import type { Tier } from "@/db/tiers";

export const staffRoles = ["product_manager", "operator", "supervisor", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who asks. `userId` is null for somebody who is not signed in. */
export type Actor = {
  userId: number | null;
  name: string;
  roles: readonly StaffRole[];
  /** Ids of the retailers that the person works for. */
  shops: readonly number[];
  /** Those of them that are the person's own: settings and staff are theirs to change. */
  owns: readonly number[];
  sessionId: string | null;
  /** Whose session it will be once the password that staff made is changed. Until then it is nobody's. */
  mustChange: Actor | null;
};

export const nobody: Actor = {
  userId: null,
  name: "",
  roles: [],
  shops: [],
  owns: [],
  sessionId: null,
  mustChange: null,
};

/** A right: who has it, and the database login that goes with it. */
export type Guard = {
  name: string;
  tier: Tier;
  holds: (actor: Actor) => boolean;
  /** Asked as whoever must change a generated password, too. */
  changesPassword?: true;
};

const role = (name: StaffRole, tier: Tier): Guard => ({ name, tier, holds: (actor) => actor.roles.includes(name) });

export const anyone: Guard = { name: "anyone", tier: "shop", holds: () => true };
export const customer: Guard = { name: "customer", tier: "shop", holds: (actor) => actor.userId !== null };
export const productManager = role("product_manager", "staff");
export const operator = role("operator", "staff");
export const supervisor = role("supervisor", "supervisor");
export const admin = role("admin", "admin");
/** Whoever works for a shop, whatever its status; row-level security shows them their shops' alone. */
export const retailer: Guard = { name: "retailer", tier: "retailer", holds: (actor) => actor.shops.length > 0 };
/** Whoever owns one. */
export const shopOwner: Guard = { name: "shop owner", tier: "retailer", holds: (actor) => actor.owns.length > 0 };
/** Sign-in and what belongs to it: open to everybody, run by the login that may read codes and sessions. */
export const anyoneSigningIn: Guard = { name: "anyone", tier: "auth", holds: () => true };
/** Whoever is signed in, by that same login: for what an account is protected by, its sessions and its contact. */
export const customerSecurely: Guard = { ...customer, tier: "auth" };
/** Also with a session that may do nothing but this. */
export const whoeverMustChange: Guard = { ...customerSecurely, changesPassword: true };
/** Staff of any role, by that login as well. */
export const staffSecurely: Guard = { name: "staff", tier: "auth", holds: (actor) => actor.roles.length > 0 };
