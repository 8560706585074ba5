import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { credentials, userRoles, users } from "@/db/schema";
import type { Identifier } from "./identifier";
import type { UserView } from "./views";

/** `mustChange`: its password was made by staff and waits to be changed. */
export type Account = UserView & { active: boolean; sessionVersion: number; mustChange: boolean };

const roles = sql<string[]>`array(select r.role::text from ${userRoles} r where r.user_id = ${users.id})`;
const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  phone: users.phone,
  active: users.active,
  sessionVersion: users.sessionVersion,
  roles,
  mustChange: sql<boolean>`exists (select from ${credentials} c where c.user_id = ${users.id} and c.must_change)`,
};

/** True for the one account, if any, that is reached there: an address that was only typed in reaches nobody. */
export const reachedAt = ({ channel, address }: Identifier): SQL =>
  eq(channel === "email" ? sql`lower(${users.email})` : sql`${users.phone}`, address);

/** The account that the condition is true for; null when there is none. */
export async function findAccount(tx: Database, where: SQL): Promise<Account | null> {
  const [row] = await tx.select(columns).from(users).where(where);
  return row ?? null;
}

/** What leaves the server of an account. */
export const toUserView = ({ id, name, email, phone, roles }: Account): UserView => ({ id, name, email, phone, roles });

/** Whether an address reaches somebody with a staff role. */
export async function isStaffAt(tx: Database, to: Identifier): Promise<boolean> {
  return ((await findAccount(tx, reachedAt(to)))?.roles.length ?? 0) > 0;
}

/** The account of a session, null when it was closed or its sessions were ended since. */
export async function activeAccount(tx: Database, userId: number, version: number): Promise<Account | null> {
  const found = await findAccount(tx, eq(users.id, userId));
  return found?.active && found.sessionVersion === version ? found : null;
}

/** What a new account begins with, besides the address that was proven. */
type Beginning = { name: string; unconfirmed: string | null; locale: string };

/**
 * The account behind an address that was just proven; made when there is none yet.
 * @returns `fresh` when it was made now: an account that was there keeps everything as it was
 */
export async function accountFor(
  tx: Database,
  to: Identifier,
  beginning: Beginning,
): Promise<{ account: Account; fresh: boolean }> {
  const byEmail = to.channel === "email";
  const at = sql`now()`;
  const address = byEmail ? { email: to.address } : { phone: to.address };
  const proof = byEmail ? { emailConfirmedAt: at } : { phoneConfirmedAt: at };
  // Two first sign-ins at once: the unique index lets one insert win and the other find its row.
  const made = await tx
    .insert(users)
    .values({ ...beginning, ...address, ...proof })
    .onConflictDoNothing()
    .returning({ id: users.id });
  const fresh = made.length > 0;
  // An account made by staff was reached at an address that nobody had proven yet.
  const unproven = isNull(byEmail ? users.emailConfirmedAt : users.phoneConfirmedAt);
  if (!fresh)
    await tx
      .update(users)
      .set(proof)
      .where(and(reachedAt(to), unproven));
  return { account: (await findAccount(tx, reachedAt(to)))!, fresh };
}
