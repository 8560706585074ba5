import { desc, sql } from "drizzle-orm";
import * as z from "zod";
import { sessions } from "@/db/schema";
import { AppError, invalidField } from "@/lib/platform/errors";
import { decodeCursor, keysetPage, keysetPageOf } from "@/lib/platform/pages";
import { type Actor, admin, operator, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { deviceWords } from "../../device";
import { listPeopleInput, personIdInput } from "../input";
import { findPeople, onePerson, reachedOf, selectPeople } from "../queries";
import { readSort } from "../rules";
import { personRowView, personSessionView, personView } from "../views";

const reads = { allow: [admin, operator, supervisor], limit: "none", readOnly: true } as const;

/** A part of a name finds the newest this many; whoever wants fewer types more of it. */
const mostFound = 500;

const seesWhole = (actor: Actor) => admin.holds(actor);
const nowhere = { email: null, phone: null, deletedAt: null, lastSeenAt: null };

export const listPeople = operation({
  ...reads,
  name: "accounts.people.list",
  summary: "People by name, phone, state, role or day of joining; addresses and numbers masked for all but admins.",
  http: { method: "GET", path: "/api/admin/users" },
  message: "People.",
  input: listPeopleInput,
  output: keysetPage(personRowView),
  run: async ({ input: { q, role, active, sort, after, pageSize }, tx, actor, context }) => {
    const whole = seesWhole(actor);
    if (!whole && readSort(sort).column === "phone") {
      // The place in the list, and the position of a page, would tell what the mask hides.
      throw invalidField("sort", "masked", context.say("fields.sort_masked"));
    }
    const ids = q ? await findPeople(tx, q, mostFound) : undefined;
    const from = decodeCursor(after);
    const rows = await selectPeople(tx, { ids, role, active, sort, from, most: pageSize + 1 });
    const { items, page } = keysetPageOf(rows, pageSize, ({ key, id }) => [key, id]);
    const reached = await reachedOf(
      tx,
      items.map(({ id }) => id),
      whole,
    );
    return {
      page,
      items: items.map(({ key: _, joinedAt, ...row }) => {
        const { email, phone, deletedAt, lastSeenAt } = reached.get(row.id) ?? nowhere;
        const times = { joinedAt: joinedAt.toISOString(), lastSeenAt: lastSeenAt?.toISOString() ?? null };
        return { ...row, email, phone, deleted: deletedAt !== null, ...times };
      }),
    };
  },
});

export const readPerson = operation({
  ...reads,
  name: "accounts.people.read",
  summary: "One person: roles, shops, how many orders, when last here; address and number masked for all but admins.",
  http: { method: "GET", path: "/api/admin/users/{id}" },
  message: "The person.",
  input: personIdInput,
  output: personView,
  run: async ({ input: { id }, tx, actor, context }) => {
    const whole = seesWhole(actor);
    const found = await onePerson(tx, id);
    if (!found) throw new AppError("not_found", context.say("errors.not_found"));
    const { joinedAt, ...row } = found;
    const { email, phone, deletedAt, lastSeenAt } = (await reachedOf(tx, [id], whole)).get(id) ?? nowhere;
    const times = { joinedAt: joinedAt.toISOString(), lastSeenAt: lastSeenAt?.toISOString() ?? null };
    return { ...row, email, phone, deleted: deletedAt !== null, masked: !whole, ...times };
  },
});

export const listPersonSessions = operation({
  ...reads,
  name: "accounts.people.sessions",
  summary: "Where somebody is signed in, the last used first; the place for admins alone.",
  http: { method: "GET", path: "/api/admin/users/{id}/sessions" },
  message: "Sessions of the person.",
  input: personIdInput,
  output: z.array(personSessionView),
  run: async ({ input: { id }, tx, actor, context }) => {
    const rows = await tx
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        network: seesWhole(actor) ? sessions.network : sql<null>`null`,
      })
      .from(sessions)
      .where(sql`${sessions.userId} = ${id} and ${sessions.revokedAt} is null and ${sessions.expiresAt} > now()`)
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
      .limit(100);
    return rows.map(({ userAgent, createdAt, lastSeenAt, ...row }) => ({
      ...row,
      device: deviceWords(userAgent, context.say),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
  },
});
