import type { Database } from "@/db/client";
import { credentials, type users } from "@/db/schema";
import { makeUser } from "@/db/testing/factories";
import { hashPassword } from "@/lib/accounts/passwords";
import { translator } from "@/lib/platform/messages";

export const loginPassword = "tea for two, please";

let hashed: Promise<string> | undefined;

/** An account that signs in with {@link loginPassword}. Its hash is that of every other in the same file. */
export async function makeLogin(db: Database, over: Partial<typeof users.$inferInsert> = {}) {
  hashed ??= hashPassword(loginPassword, translator("en"));
  const user = await makeUser(db, over);
  const passwordHash = await hashed;
  await db.insert(credentials).values({ userId: user.id, passwordHash });
  return { ...user, passwordHash };
}
