import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { registrations } from "@/db/schema";
import type { Identifier } from "./identifier";

/** What somebody filled in. `shop` is what they apply with, null for a shopper; this noun does not look into it. */
export type Registration = Pick<
  typeof registrations.$inferInsert,
  "name" | "email" | "phone" | "passwordHash" | "shop"
>;

/** Seconds; a code lives shorter, but may be asked for again. */
const life = 3600;

const hashOf = (challenge: string) => createHash("sha256").update(challenge).digest("base64url");
const expiresAt = () => sql`now() + make_interval(secs => ${life})`;
/** Only with a code to one of its own addresses does a registration go on. */
const names = ({ channel, address }: Identifier) =>
  eq(channel === "email" ? registrations.email : registrations.phone, address);

/** Keeps a registration beside the code that was sent for it. */
export async function keepRegistration(challenge: string, registration: Registration): Promise<void> {
  await database("auth")
    .insert(registrations)
    .values({ ...registration, challengeHash: hashOf(challenge), expiresAt: expiresAt() });
}

/** The browser asked for a new code: what it filled in waits beside that one from now on. */
export async function carryRegistration(from: string, challenge: string, to: Identifier): Promise<void> {
  await database("auth")
    .update(registrations)
    .set({ challengeHash: hashOf(challenge), expiresAt: expiresAt() })
    .where(and(eq(registrations.challengeHash, hashOf(from)), names(to)));
}

/** Takes out what waited beside a code that was right. */
export async function takeRegistration(
  tx: Database,
  challenge: string,
  to: Identifier,
): Promise<Registration | undefined> {
  const [found] = await tx
    .delete(registrations)
    .where(and(eq(registrations.challengeHash, hashOf(challenge)), names(to), sql`${registrations.expiresAt} > now()`))
    .returning();
  return found;
}

/** Deletes what nobody came back for. */
export async function sweepRegistrations(): Promise<void> {
  await database("auth").delete(registrations).where(sql`${registrations.expiresAt} <= now()`);
}
