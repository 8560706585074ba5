import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { credentials } from "@/db/schema";

/**
 * Sets the password of an account, whatever it was before.
 * @param mustChange staff made it: it opens nothing but the form that changes it
 */
export async function setPassword(
  tx: Database,
  userId: number,
  passwordHash: string,
  mustChange = false,
): Promise<void> {
  const set = { passwordHash, mustChange, updatedAt: sql`now()` };
  await tx
    .insert(credentials)
    .values({ userId, ...set })
    .onConflictDoUpdate({ target: credentials.userId, set });
}

/**
 * Puts another hash in the place of one that is still there.
 * @returns false when the password was changed in between
 */
export async function replaceHash(
  tx: Database,
  userId: number,
  from: string,
  to: { passwordHash: string; mustChange?: false },
): Promise<boolean> {
  const replaced = await tx
    .update(credentials)
    .set({ ...to, updatedAt: sql`now()` })
    .where(and(eq(credentials.userId, userId), eq(credentials.passwordHash, from)))
    .returning({ userId: credentials.userId });
  return replaced.length > 0;
}

/** Deletes a password that staff made and nobody changed. */
export async function forgetGenerated(tx: Database, userId: number): Promise<void> {
  await tx.delete(credentials).where(and(eq(credentials.userId, userId), credentials.mustChange));
}
