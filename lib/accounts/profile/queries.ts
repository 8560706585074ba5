import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { credentials, retailerMembers, retailers, sessions, twoFactors, userRoles, users } from "@/db/schema";
import type { ContactView, ProfileView, SessionTrace } from "./views";

type Shop = ProfileView["shops"][number];

const roles = sql<string[]>`array(select r.role::text from ${userRoles} r where r.user_id = users.id order by 1)`;
const hasPassword = sql<boolean>`exists (select from ${credentials} c where c.user_id = users.id)`;
const hasSecondFactor = sql<boolean>`exists (
  select from ${twoFactors} t where t.user_id = users.id and t.confirmed_at is not null)`;
const shops = sql<Shop[]>`(
  select coalesce(json_agg(json_build_object('id', r.id, 'handle', r.handle, 'name', r.name, 'status', r.status, 'reason', r.status_note, 'role', m.role) order by r.name), '[]')
  from ${retailerMembers} m join ${retailers} r on r.id = m.retailer_id where m.user_id = users.id)`;

type Reached = Pick<
  typeof users.$inferSelect,
  "email" | "phone" | "emailConfirmedAt" | "phoneConfirmedAt" | "unconfirmed"
>;

export function contactOf({ email, phone, emailConfirmedAt, phoneConfirmedAt, unconfirmed }: Reached): ContactView {
  return {
    email: email === null ? null : { address: email, confirmed: emailConfirmedAt !== null },
    phone: phone === null ? null : { address: phone, confirmed: phoneConfirmedAt !== null },
    unconfirmed,
  };
}

/** All that an account's own page says of it, in one round trip of the login that knows whether there is a password. */
export async function profileOf(tx: Database, userId: number): Promise<ProfileView> {
  const [row] = await tx
    .select({ user: users, roles, hasPassword, hasSecondFactor, shops })
    .from(users)
    .where(eq(users.id, userId));
  const { user, ...rest } = row!;
  return {
    user: { id: user.id, name: user.name, email: user.email, phone: user.phone, roles: rest.roles },
    locale: user.locale,
    contact: contactOf(user),
    hasPassword: rest.hasPassword,
    hasSecondFactor: rest.hasSecondFactor,
    shops: rest.shops,
    createdAt: user.createdAt.toISOString(),
  };
}

/** Every sign-in that is known of an account, without what it was made with. */
export async function sessionTracesOf(tx: Database, userId: number): Promise<SessionTrace[]> {
  const rows = await tx
    .select({
      userAgent: sessions.userAgent,
      network: sessions.network,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      endedAt: sessions.revokedAt,
    })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt));
  return rows.map(({ createdAt, lastSeenAt, expiresAt, endedAt, ...place }) => ({
    ...place,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

/** Who somebody is and how they are reached, locked until the transaction ends. */
export async function lockPerson(tx: Database, userId: number) {
  const [row] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  return row!;
}
