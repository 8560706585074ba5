import { and, eq, ne, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "@/db/client";
import {
  addresses,
  credentials,
  recoveryCodes,
  retailerMembers,
  retailers,
  savedCartLines,
  sessions,
  twoFactors,
  users,
} from "@/db/schema";
import { useCode } from "@/lib/accounts/codes";
import type { Identifier } from "@/lib/accounts/identifier";
import { provenInput } from "@/lib/accounts/profile/input";
import { lockPerson } from "@/lib/accounts/profile/queries";
import { challengeCookies, challengeDone, sendCode } from "@/lib/accounts/send-code";
import { challengeView } from "@/lib/accounts/views";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { type Actor, customerSecurely } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { signedOutCookies } from "../sign-in";

/**
 * Whose account it is, locked, and where they are asked whether they mean it and told goodbye.
 * @throws AppError `unauthenticated`, when the account went while this request waited for it
 */
async function lockReachable(tx: Database, userId: number, say: Say) {
  const person = await lockPerson(tx, userId);
  const { email, phone } = person;
  const to: Identifier | null =
    email !== null ? { channel: "email", address: email } : phone !== null ? { channel: "sms", address: phone } : null;
  if (!to) throw new AppError("unauthenticated", say("errors.unauthenticated"));
  return { ...person, to };
}

/** The shops that would be left without an owner. A suspended one is closed, and its end is the market's business. */
async function orphans(tx: Database, userId: number): Promise<string[]> {
  const own = await tx
    .select({ id: retailers.id, name: retailers.name })
    .from(retailerMembers)
    .innerJoin(retailers, eq(retailers.id, retailerMembers.retailerId))
    .where(
      and(eq(retailerMembers.userId, userId), eq(retailerMembers.role, "owner"), ne(retailers.status, "suspended")),
    )
    .orderBy(retailers.id);
  const alone: string[] = [];
  for (const { id, name } of own) {
    // Of two owners who leave at once, the second finds that the first has left.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.owners'), ${id})`);
    const others = await tx.$count(
      retailerMembers,
      and(eq(retailerMembers.retailerId, id), eq(retailerMembers.role, "owner"), ne(retailerMembers.userId, userId)),
    );
    if (others === 0) alone.push(name);
  }
  return alone;
}

/** @throws AppError `conflict` for staff, and for the only owner of a shop */
async function refuseIndispensable(tx: Database, actor: Actor, say: Say): Promise<void> {
  if (actor.roles.length > 0) throw new AppError("conflict", say("profile.delete_staff"));
  const alone = await orphans(tx, actor.userId!);
  if (alone.length > 0) throw new AppError("conflict", say("profile.delete_owner", { shops: alone.join(", ") }));
}

/** Takes everything from the account that says who it was; what points to it stays whole. */
async function anonymize(tx: Database, userId: number, at: Date): Promise<void> {
  for (const table of [addresses, credentials, recoveryCodes, twoFactors, sessions, savedCartLines, retailerMembers]) {
    await tx.delete(table).where(eq(table.userId, userId));
  }
  await tx
    .update(users)
    .set({
      name: "",
      email: null,
      phone: null,
      emailConfirmedAt: null,
      phoneConfirmedAt: null,
      unconfirmed: null,
      locale: null,
      active: false,
      deletedAt: at,
      sessionVersion: sql`${users.sessionVersion} + 1`,
    })
    .where(eq(users.id, userId));
}

export const requestDeletion = operation({
  name: "profile.requestDeletion",
  summary: "Sends the code that deletes the account.",
  http: { method: "POST", path: "/api/profile/deletion", status: 202, errors: ["conflict"] },
  message: "A code is on its way.",
  input: z.object({}),
  output: challengeView,
  allow: [customerSecurely],
  limit: "sendCode",
  run: async ({ actor, context, tx }) => {
    await refuseIndispensable(tx, actor, context.say);
    const userId = actor.userId!;
    const { to } = await lockReachable(tx, userId, context.say);
    return () => sendCode({ purpose: "deletion", to, userId }, false, context);
  },
});

/**
 * Deletes an account: whoever it was is forgotten, and orders stay with the shops that they were placed with, in whatever
 * state they are. Source: DESIGN 8.
 */
export const deleteAccount = operation({
  name: "profile.delete",
  summary:
    "Deletes the account by the code that was sent. Orders stay with their shops, also those that are on their way.",
  http: { method: "PUT", path: "/api/profile/deletion", errors: ["wrong_code", "conflict", "rate_limited"] },
  message: "Your account is deleted.",
  cookies: { challenge: challengeCookies.deletion },
  input: provenInput,
  output: z.null(),
  allow: [customerSecurely],
  limit: "none",
  run: async ({ input, actor, context, tx, now, record }) => {
    const userId = actor.userId!;
    const { name, locale, to } = await lockReachable(tx, userId, context.say);
    await refuseIndispensable(tx, actor, context.say);
    await useCode({ purpose: "deletion", to, userId }, input, context);
    await anonymize(tx, userId, now);
    await record("account.deleted", { userId, name, locale, channel: to.channel, to: to.address });
    context.cookies.push(...signedOutCookies(), challengeDone("deletion"));
    return null;
  },
});
