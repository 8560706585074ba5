import { and, eq, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { credentials, users } from "@/db/schema";
import { reachedAt } from "./account";
import type { Identifier } from "./identifier";

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

/** The account that is reached there and its hash, each null when there is none. Holds no transaction. */
export async function passwordAt(to: Identifier): Promise<{ userId: number | null; hash: string | null }> {
  const [found] = await database("auth")
    .select({ userId: users.id, hash: credentials.passwordHash })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(reachedAt(to));
  return found ?? { userId: null, hash: null };
}

/** What an account is protected by, null for codes alone. Holds no transaction. */
export async function passwordOf(userId: number): Promise<{ hash: string; mustChange: boolean } | null> {
  const [found] = await database("auth")
    .select({ hash: credentials.passwordHash, mustChange: credentials.mustChange })
    .from(credentials)
    .where(eq(credentials.userId, userId));
  return found ?? null;
}

/** Whether the hash is still the account's; it stays so until the transaction ends. */
export async function holdPassword(tx: Database, userId: number, hash: string): Promise<boolean> {
  const held = await tx
    .select({ userId: credentials.userId })
    .from(credentials)
    .where(and(eq(credentials.userId, userId), eq(credentials.passwordHash, hash)))
    .for("update");
  return held.length > 0;
}

/**
 * Puts a password that its owner chose in the place of `from`, null for none.
 * @returns false when somebody was faster
 */
export async function changePasswordFrom(
  tx: Database,
  userId: number,
  from: string | null,
  hash: string,
): Promise<boolean> {
  if (from !== null) {
    const held = await holdPassword(tx, userId, from);
    if (held) await setPassword(tx, userId, hash);
    return held;
  }
  const made = await tx
    .insert(credentials)
    .values({ userId, passwordHash: hash })
    .onConflictDoNothing()
    .returning({ userId: credentials.userId });
  return made.length > 0;
}

/** Deletes a password that staff made and nobody changed. */
export async function forgetGenerated(tx: Database, userId: number): Promise<void> {
  await tx.delete(credentials).where(and(eq(credentials.userId, userId), credentials.mustChange));
}
