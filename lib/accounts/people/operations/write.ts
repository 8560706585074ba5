import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "@/db/client";
import { userRoles, users } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { admin, operator } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { endOwnSession, endSessions } from "../../sessions";
import { endPersonSessionInput, personIdInput, revealInput, setActiveInput, setRolesInput } from "../input";
import { type PersonContactView, personContactView } from "../views";

const writes = { allow: [admin], limit: "write" } as const;
const ended = z.object({
  /** Sessions of the person that ended. */
  ended: z.int(),
});

const nobodyThere = (say: Say) => new AppError("not_found", say("errors.not_found"));

/** The person, kept as they are until the transaction ends: two who change one person follow each other. */
async function hold(tx: Database, id: number, say: Say) {
  const [found] = await tx
    .select({ active: users.active, deletedAt: users.deletedAt })
    .from(users)
    .where(eq(users.id, id))
    .for("update");
  if (!found) throw nobodyThere(say);
  return found;
}

/** Every token of the person is dead with the next request, whatever it says. */
async function signOutEverywhere(tx: Database, id: number): Promise<number> {
  await tx
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, id));
  return endSessions(tx, id, null);
}

export const revealPerson = operation({
  name: "accounts.people.reveal",
  summary: "Tells an operator how somebody is reached, and writes down who asked and why.",
  http: { method: "POST", path: "/api/admin/users/{id}/contact", errors: ["not_found"] },
  message: "Shown this once. Your name and the reason stand in the audit.",
  input: revealInput,
  output: personContactView,
  allow: [operator],
  limit: "write",
  run: async ({ input: { id, reason }, tx, context }) => {
    const { rows } = await tx.execute<PersonContactView>(sql`select email, phone from reveal_person(${id}, ${reason})`);
    if (!rows[0]) throw nobodyThere(context.say);
    return rows[0];
  },
});

export const setPersonActive = operation({
  ...writes,
  name: "accounts.people.setActive",
  summary: "Closes an account, which ends its sessions, or opens it again.",
  http: { method: "PUT", path: "/api/admin/users/{id}/active", errors: ["not_found", "conflict"] },
  message: "Saved. It holds from the next request on.",
  input: setActiveInput,
  output: ended,
  run: async ({ input: { id, active }, tx, context }) => {
    const { say } = context;
    const person = await hold(tx, id, say);
    if (person.deletedAt) throw new AppError("conflict", say("errors.person_deleted"));
    await tx.update(users).set({ active }).where(eq(users.id, id));
    return { ended: active ? 0 : await signOutEverywhere(tx, id) };
  },
});

export const setPersonRoles = operation({
  ...writes,
  name: "accounts.people.setRoles",
  summary: "Gives and takes staff roles; when one is taken, the person's sessions end.",
  http: { method: "PUT", path: "/api/admin/users/{id}/roles", errors: ["not_found", "conflict"] },
  message: "Saved. It holds from the next request on.",
  input: setRolesInput,
  output: ended,
  run: async ({ input: { id, roles }, tx, context }) => {
    const { say } = context;
    const person = await hold(tx, id, say);
    if (roles.length && !person.active) throw new AppError("conflict", say("errors.person_inactive"));
    const theirs = eq(userRoles.userId, id);
    const taken = await tx
      .delete(userRoles)
      .where(and(theirs, roles.length ? notInArray(userRoles.role, roles) : undefined))
      .returning({ role: userRoles.role });
    const kept = roles.length
      ? await tx
          .select({ role: userRoles.role })
          .from(userRoles)
          .where(and(theirs, inArray(userRoles.role, roles)))
      : [];
    const given = [...new Set(roles)].filter((role) => !kept.some((each) => each.role === role));
    if (given.length) await tx.insert(userRoles).values(given.map((role) => ({ userId: id, role })));
    return { ended: taken.length ? await signOutEverywhere(tx, id) : 0 };
  },
});

export const endPersonSession = operation({
  ...writes,
  name: "accounts.people.endSession",
  summary: "Ends one session of somebody.",
  http: { method: "DELETE", path: "/api/admin/users/{id}/sessions/{session}", errors: ["not_found"] },
  message: "That session has ended.",
  input: endPersonSessionInput,
  output: z.null(),
  run: async ({ input: { id, session }, tx, context }) => {
    if (!(await endOwnSession(tx, id, session))) throw nobodyThere(context.say);
    return null;
  },
});

export const endPersonSessions = operation({
  ...writes,
  name: "accounts.people.endSessions",
  summary: "Ends every session of somebody, on each device.",
  http: { method: "DELETE", path: "/api/admin/users/{id}/sessions", errors: ["not_found"] },
  message: "The person is signed out everywhere.",
  input: personIdInput,
  output: ended,
  run: async ({ input: { id }, tx, context }) => {
    await hold(tx, id, context.say);
    return { ended: await signOutEverywhere(tx, id) };
  },
});
