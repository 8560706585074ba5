import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { refreshTokens, sessions, userRoles, users } from "@/db/schema";
import type { Identifier } from "./identifier";
import type { UserView } from "./views";

type Account = UserView & { active: boolean; sessionVersion: number };

const account = {
  id: users.id,
  name: users.name,
  email: users.email,
  phone: users.phone,
  active: users.active,
  sessionVersion: users.sessionVersion,
  roles: sql<string[]>`array(select r.role::text from ${userRoles} r where r.user_id = ${users.id})`,
};

/** The account of a session, null when it was closed or its sessions were ended since. */
export async function activeUser(tx: Database, userId: number, version: number): Promise<UserView | null> {
  const [row] = await tx.select(account).from(users).where(eq(users.id, userId));
  return row?.active && row.sessionVersion === version ? row : null;
}

/** The account behind an address that was just proven; made when there is none yet. */
export async function accountFor(tx: Database, to: Identifier): Promise<Account> {
  const byEmail = to.channel === "email";
  const at = sql`now()`;
  const value = byEmail ? { email: to.address, emailConfirmedAt: at } : { phone: to.address, phoneConfirmedAt: at };
  // Two first sign-ins at once: the unique index lets one insert win and the other find its row.
  await tx.insert(users).values(value).onConflictDoNothing();
  const [row] = await tx
    .select(account)
    .from(users)
    .where(eq(byEmail ? sql`lower(${users.email})` : sql`${users.phone}`, to.address));
  return row!;
}

/** A session row with its first refresh token. `life` in seconds. */
export async function openSession(tx: Database, owner: Account, userAgent: string, refreshHash: string, life: number) {
  const expiresAt = sql`now() + make_interval(secs => ${life})`;
  const [session] = await tx
    .insert(sessions)
    .values({ userId: owner.id, version: owner.sessionVersion, userAgent, expiresAt })
    .returning({ id: sessions.id });
  await tx.insert(refreshTokens).values({ hash: refreshHash, sessionId: session!.id, expiresAt });
  return session!.id;
}

/** Ends a session; every token that names it is dead with the next request. */
export async function endSession(tx: Database, sessionId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/**
 * Uses a refresh token up and puts the next one in its place.
 * @returns null when it is unknown, run out, or was used before – then its whole session ends
 */
export async function rotateRefresh(tx: Database, hash: string, nextHash: string, life: number) {
  const [used] = await tx
    .update(refreshTokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(refreshTokens.hash, hash), isNull(refreshTokens.usedAt), sql`${refreshTokens.expiresAt} > now()`))
    .returning({ sessionId: refreshTokens.sessionId });
  if (!used) {
    const [reused] = await tx
      .select({ id: refreshTokens.sessionId })
      .from(refreshTokens)
      .where(eq(refreshTokens.hash, hash));
    if (reused) await endSession(tx, reused.id);
    return null;
  }
  const expiresAt = sql`now() + make_interval(secs => ${life})`;
  const [session] = await tx
    .update(sessions)
    .set({ lastSeenAt: sql`now()`, expiresAt })
    .where(and(eq(sessions.id, used.sessionId), isNull(sessions.revokedAt), sql`${sessions.expiresAt} > now()`))
    .returning({ userId: sessions.userId, version: sessions.version });
  if (!session) return null;
  await tx.insert(refreshTokens).values({ hash: nextHash, sessionId: used.sessionId, expiresAt });
  return { sid: used.sessionId, ...session };
}
