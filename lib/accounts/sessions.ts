import { and, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { refreshTokens, sessions, users } from "@/db/schema";
import type { Account } from "./account";
import { deviceOf } from "./device";

/** From where and with what a session is used. */
type Place = { userAgent: string; network: string };

/** Whether none of the account's sessions, over or not, was opened by a browser and system like this one. */
export async function isNewDevice(tx: Database, userId: number, userAgent: string): Promise<boolean> {
  const known = await tx
    .selectDistinct({ userAgent: sessions.userAgent })
    .from(sessions)
    .where(eq(sessions.userId, userId));
  const kind = (text: string) => JSON.stringify(deviceOf(text));
  return !known.some((each) => kind(each.userAgent) === kind(userAgent));
}

/** A session row with its first refresh token. `life` in seconds. */
export async function openSession(tx: Database, owner: Account, place: Place, refreshHash: string, life: number) {
  const expiresAt = sql`now() + make_interval(secs => ${life})`;
  const [session] = await tx
    .insert(sessions)
    .values({ userId: owner.id, version: owner.sessionVersion, ...place, expiresAt })
    .returning({ id: sessions.id });
  await tx.insert(refreshTokens).values({ hash: refreshHash, sessionId: session!.id, expiresAt });
  return session!.id;
}

/** Neither ended nor run out, nor of before a demotion or a reset. */
const live = and(
  isNull(sessions.revokedAt),
  sql`${sessions.expiresAt} > now()`,
  sql`${sessions.version} = (select u.session_version from ${users} u where u.id = ${sessions.userId})`,
);

/** Where an account is signed in, the last used first. */
export const liveSessions = (tx: Database, userId: number) =>
  tx
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      network: sessions.network,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), live))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt));

async function end(tx: Database, which: SQL): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(which, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}

/** Ends a session; every token that names it, the one to refresh it as well, is dead with the next request. */
export const endSession = (tx: Database, sessionId: string): Promise<number> => end(tx, eq(sessions.id, sessionId));

/** As {@link endSession}, for a session that may not be the account's: then there is none. */
export const endOwnSession = async (tx: Database, userId: number, sessionId: string): Promise<boolean> =>
  (await end(tx, and(eq(sessions.id, sessionId), eq(sessions.userId, userId), live)!)) > 0;

/**
 * Ends the sessions of an account, all but `kept`.
 * @returns how many there were
 */
export const endSessions = (tx: Database, userId: number, kept: string | null): Promise<number> =>
  end(tx, and(eq(sessions.userId, userId), kept === null ? undefined : ne(sessions.id, kept))!);

/**
 * Uses a refresh token up and puts the next one in its place.
 * @returns null when it is unknown, run out, or was used before – then its whole session ends
 */
export async function rotateRefresh(tx: Database, hash: string, nextHash: string, life: number, network: string) {
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
    .set({ network, lastSeenAt: sql`now()`, expiresAt })
    .where(and(eq(sessions.id, used.sessionId), isNull(sessions.revokedAt), sql`${sessions.expiresAt} > now()`))
    .returning({ userId: sessions.userId, version: sessions.version });
  if (!session) return null;
  await tx.insert(refreshTokens).values({ hash: nextHash, sessionId: used.sessionId, expiresAt });
  return { sid: used.sessionId, ...session };
}
