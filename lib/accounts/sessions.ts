import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { refreshTokens, sessions } from "@/db/schema";
import type { Account } from "./account";

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
