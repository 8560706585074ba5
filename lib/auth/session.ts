import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { credentials, retailerMembers, sessions, userRoles, users } from "@/db/schema";
import { greeting } from "@/lib/accounts/rules";
import { type Actor, nobody, type StaffRole } from "@/lib/web/actor";
import { type ReadToken, readAccessToken, sessionCookie } from "./tokens";

type Credentials = { authorization: string | null; cookie: (name: string) => string | undefined };

/** The live session a token names: not revoked, not run out, of this version, of an active account. One round trip. */
async function load(token: ReadToken): Promise<Actor | null> {
  const roles = sql<StaffRole[]>`array(select r.role::text from ${userRoles} r where r.user_id = ${users.id})`;
  const shops = sql<number[]>`array(select m.retailer_id from ${retailerMembers} m where m.user_id = ${users.id})`;
  const owns = sql<
    number[]
  >`array(select m.retailer_id from ${retailerMembers} m where m.user_id = ${users.id} and m.role = 'owner')`;
  const [row] = await database("sessions")
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      phone: users.phone,
      roles,
      shops,
      owns,
      sessionId: sessions.id,
      mustChange: sql<boolean>`coalesce(${credentials.mustChange}, false)`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(
      and(
        eq(sessions.id, token.sid),
        eq(sessions.userId, token.userId),
        eq(sessions.version, token.version),
        eq(users.sessionVersion, token.version),
        eq(users.active, true),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
      ),
    );
  if (!row) return null;
  const { email, phone, mustChange, ...rest } = row;
  const actor: Actor = { ...rest, name: greeting({ name: rest.name, email, phone }), mustChange: null };
  return mustChange ? { ...nobody, sessionId: actor.sessionId, mustChange: actor } : actor;
}

function bearer(authorization: string | null): string | null {
  const match = authorization?.match(/^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/);
  return match?.[1] ?? null;
}

/** Who asks: by Bearer token when there is one, by the session cookie otherwise. A dead token is nobody. */
export async function actorOf({ authorization, cookie }: Credentials): Promise<Actor> {
  const token = authorization === null ? cookie(sessionCookie()) : bearer(authorization);
  if (!token) return nobody;
  const read = await readAccessToken(token);
  if (!read || read.left <= 0) return nobody;
  return (await load(read)) ?? nobody;
}

/** What a token that has not run out says, when the session behind it lives; null otherwise. */
export async function liveSession(token: string): Promise<ReadToken | null> {
  const read = await readAccessToken(token);
  return read && read.left > 0 && (await load(read)) ? read : null;
}

/**
 * A session cookie that is about to run out, renewed against its row.
 * @param network where it is used from now
 * @returns the claims to sign anew, null when the session is dead, undefined when nothing needs doing
 */
export async function renewal(token: string, sliding: number, network: string): Promise<ReadToken | null | undefined> {
  const read = await readAccessToken(token);
  if (!read) return null;
  if (read.left > 5 * 60) return undefined;
  const actor = await load(read);
  if (!actor) return null;
  await database("sessions")
    .update(sessions)
    .set({ network, lastSeenAt: sql`now()`, expiresAt: sql`now() + make_interval(secs => ${sliding})` })
    .where(eq(sessions.id, read.sid));
  return { ...read, name: (actor.mustChange ?? actor).name };
}
