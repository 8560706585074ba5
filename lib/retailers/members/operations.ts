import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "@/db/client";
import { retailerMembers, retailers, users } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { type Actor, admin, operator, retailer, shopOwner, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { listMembersInput, removeMemberInput, setMemberInput } from "./input";
import { type MemberView, memberView } from "./views";

const nothing = (say: Say) => new AppError("not_found", say("errors.not_found"));
const isStaff = (actor: Actor) => [admin, operator, supervisor].some((guard) => guard.holds(actor));

/** The id of a shop; 404 for one that is not there, or that somebody asks about who is neither staff nor works there. */
async function shopOf(
  tx: Database,
  handle: string,
  actor: Actor,
  say: Say,
  theirs: readonly number[],
): Promise<number> {
  const [shop] = await tx.select({ id: retailers.id }).from(retailers).where(eq(retailers.handle, handle));
  if (!shop || !(isStaff(actor) || theirs.includes(shop.id))) throw nothing(say);
  return shop.id;
}

const membership = (retailerId: number, userId: number): SQL =>
  and(eq(retailerMembers.retailerId, retailerId), eq(retailerMembers.userId, userId))!;

export const listMembers = operation({
  name: "retailers.members.list",
  summary: "Who works for a shop; its staff are told of themselves alone.",
  http: { method: "GET", path: "/api/admin/members", errors: ["not_found"] },
  message: "The people of the shop.",
  input: listMembersInput,
  output: z.array(memberView),
  allow: [admin, operator, supervisor, retailer],
  limit: "none",
  readOnly: true,
  run: async ({ input, tx, actor, context }) => {
    const shop = await shopOf(tx, input.retailer, actor, context.say, actor.shops);
    if (isStaff(actor)) {
      return tx
        .select({ id: users.id, name: users.name, role: retailerMembers.role })
        .from(retailerMembers)
        .innerJoin(users, eq(users.id, retailerMembers.userId))
        .where(eq(retailerMembers.retailerId, shop))
        .orderBy(asc(retailerMembers.role), asc(users.name), asc(users.id));
    }
    const { rows } = await tx.execute<MemberView>(
      sql`select user_id as id, name, role from colleagues where retailer_id = ${shop} order by role, name, user_id`,
    );
    return rows;
  },
});

export const setMember = operation({
  name: "retailers.members.set",
  summary: "Lets somebody work for a shop, as its owner or as staff of it.",
  http: { method: "PUT", path: "/api/admin/users/{id}/shops/{retailer}", errors: ["not_found"] },
  message: "Saved. It holds from the next request on.",
  input: setMemberInput,
  output: memberView,
  allow: [admin, operator],
  limit: "write",
  run: async ({ input: { id, retailer: handle, role }, tx, actor, context }) => {
    const [person] = await tx.select({ name: users.name }).from(users).where(eq(users.id, id));
    if (!person) throw nothing(context.say);
    const shop = await shopOf(tx, handle, actor, context.say, []);
    await tx
      .insert(retailerMembers)
      .values({ retailerId: shop, userId: id, role })
      .onConflictDoUpdate({ target: [retailerMembers.retailerId, retailerMembers.userId], set: { role } });
    return { id, name: person.name, role };
  },
});

export const removeMember = operation({
  name: "retailers.members.remove",
  summary: "Ends somebody's work for a shop; its owner lets staff go, and no owner.",
  http: { method: "DELETE", path: "/api/admin/users/{id}/shops/{retailer}", errors: ["not_found"] },
  message: "Saved. It holds from the next request on.",
  input: removeMemberInput,
  output: z.null(),
  allow: [admin, operator, shopOwner],
  limit: "write",
  run: async ({ input: { id, retailer: handle }, tx, actor, context }) => {
    const shop = await shopOf(tx, handle, actor, context.say, actor.owns);
    // Of an owner, row-level security lets an owner delete nothing.
    const gone = await tx
      .delete(retailerMembers)
      .where(membership(shop, id))
      .returning({ userId: retailerMembers.userId });
    if (!gone.length) throw nothing(context.say);
    return null;
  },
});
