import { createHmac } from "node:crypto";

/**
 * The database logins. None of them owns a table; what each may do stands in `db/access.ts`.
 * `auth` reads credentials, sessions and codes, `worker` delivers events; no page runs as either.
 */
export const tiers = ["shop", "retailer", "staff", "supervisor", "admin", "auth", "worker"] as const;
export type Tier = (typeof tiers)[number];

export type TierSettings = { rolePrefix: string; secret: string };

/** The PostgreSQL role behind a tier. Roles belong to a whole cluster, so they carry a prefix, the database's name unless set. */
export function roleName(tier: Tier, settings: TierSettings): string {
  return `${settings.rolePrefix}_${tier}`;
}

/** Derived from the deployment's secret, so that no password of a tier is kept anywhere. */
export function rolePassword(role: string, settings: TierSettings): string {
  return createHmac("sha256", settings.secret).update(`database login ${role}`).digest("base64url");
}

/** The connection string of a tier, from the owner's. */
export function tierUrl(ownerUrl: string, tier: Tier, settings: TierSettings): string {
  const url = new URL(ownerUrl);
  const role = roleName(tier, settings);
  url.username = encodeURIComponent(role);
  url.password = rolePassword(role, settings);
  return url.href;
}
