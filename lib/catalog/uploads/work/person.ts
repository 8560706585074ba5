import { and, eq } from "drizzle-orm";
import { type Database, database, transaction } from "@/db/client";
import { retailerMembers, type uploads, userRoles, users } from "@/db/schema";
import type { Tier } from "@/db/tiers";
import { spokenLocale } from "@/lib/platform/messages";

export type Upload = typeof uploads.$inferSelect;

/** As whom an upload's job works, by what that person may do now. */
export type Person = { tier: Tier; userId: number; locale: string; makesReferences: boolean };

/** Null when that person may not do it any more: the account is closed, or has left the shop. */
export async function personOf({ actsAs, retailerId }: Upload): Promise<Person | null> {
  if (actsAs === null) return null;
  const db = database("worker");
  const [user] = await db
    .select({ id: users.id, locale: users.locale, active: users.active })
    .from(users)
    .where(eq(users.id, actsAs));
  if (!user?.active) return null;
  const person = { userId: user.id, locale: spokenLocale(user.locale ?? undefined) };
  const roles = await db.select({ role: userRoles.role }).from(userRoles).where(eq(userRoles.userId, user.id));
  const has = (wanted: string) => roles.some(({ role }) => role === wanted);
  if (has("admin")) return { ...person, tier: "admin", makesReferences: true };
  if (has("product_manager")) return { ...person, tier: "staff", makesReferences: true };
  const [member] = await db
    .select({ id: retailerMembers.userId })
    .from(retailerMembers)
    .where(and(eq(retailerMembers.userId, user.id), eq(retailerMembers.retailerId, retailerId)));
  return member ? { ...person, tier: "retailer", makesReferences: false } : null;
}

/** Two that wait for each other, one that waited too long: they are told to try again. Source: PostgreSQL, appendix A. */
const passing = new Set(["40P01", "40001", "55P03"]);

function mayPass(error: unknown): boolean {
  for (let at = error as { code?: string; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    if (at.code !== undefined && passing.has(at.code)) return true;
  }
  return false;
}

/** One transaction as that person, tried again when another stood in its way. */
export async function as<T>({ tier, userId }: Person, work: (tx: Database) => Promise<T>, tries = 5): Promise<T> {
  try {
    return await transaction({ tier, userId }, work);
  } catch (error) {
    if (tries <= 1 || !mayPass(error)) throw error;
    return as({ tier, userId } as Person, work, tries - 1);
  }
}
