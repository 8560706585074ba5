import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders, retailerMembers, retailers, sessions, userRoles, users } from "@/db/schema";
import type { Cursor } from "@/lib/platform/pages";
import { type PeopleSort, readSort, roles, type SortColumn } from "./rules";
import type { PersonContactView, PersonView } from "./views";

/** What each order goes by, as its index has it, and the type that a position of it is read as. */
const keys: Record<SortColumn, { key: SQL; type: string }> = {
  name: { key: sql`${users.nameKey}`, type: "text" },
  // Whoever has none comes last.
  phone: { key: sql`(coalesce(${users.phone}, '~')) collate "C"`, type: "text" },
  active: { key: sql`${users.active}`, type: "boolean" },
  role: { key: sql`${users.standing}`, type: "smallint" },
  joined: { key: sql`${users.createdAt}`, type: "timestamptz" },
};

// `users.id` is spelt out: from a single table Drizzle writes a bare "id", which a subquery would take for its own.
const roleList = sql<
  string[]
>`array(select r.role::text from ${userRoles} r where r.user_id = users.id order by r.role)`;
const shopCount = sql<number>`(select count(*)::int from ${retailerMembers} m where m.user_id = users.id)`;
const lastSeen = sql<Date | null>`(select max(s.last_seen_at) from ${sessions} s where s.user_id = users.id)`.mapWith(
  sessions.lastSeenAt,
);

/** True for people of a role. A shopper is whoever is nothing else. */
function ofRole(role: string): SQL {
  if (role === "customer") return sql`${users.standing} = 0`;
  if (role === "retailer") {
    return sql`${users.standing} >= 1 and exists (select from ${retailerMembers} m where m.user_id = users.id)`;
  }
  const least = 2 + roles.indexOf(role as (typeof roles)[number]);
  return sql`${users.standing} >= ${least} and exists (select from ${userRoles} r where r.user_id = users.id and r.role = ${role}::staff_role)`;
}

type Wanted = {
  /** Those alone, when there are any wishes to their names. */
  ids?: readonly number[] | undefined;
  role?: string | undefined;
  active?: boolean | undefined;
  sort: PeopleSort;
  from: Cursor | null;
  most: number;
};

/** A page of people without how they are reached, each with its place in the order. */
export function selectPeople(tx: Database, { ids, role, active, sort, from, most }: Wanted) {
  const { column, descending } = readSort(sort);
  const { key, type } = keys[column];
  const way = sql.raw(descending ? "desc" : "asc");
  const beyond = sql.raw(descending ? "<" : ">");
  return tx
    .select({
      id: users.id,
      name: users.name,
      active: users.active,
      joinedAt: users.createdAt,
      roles: roleList,
      shops: shopCount,
      key: sql<string>`(${key})::text`,
    })
    .from(users)
    .where(
      and(
        ids && inArray(users.id, [...ids]),
        role ? ofRole(role) : undefined,
        active === undefined ? undefined : eq(users.active, active),
        from
          ? sql`(${key}, ${users.id}) ${beyond} (${String(from[0])}::text::${sql.raw(type)}, ${from[1]})`
          : undefined,
      ),
    )
    .orderBy(sql`${key} ${way}`, sql`${users.id} ${way}`)
    .limit(most);
}

type Reached = PersonContactView & { id: number; deletedAt: Date | null; lastSeenAt: Date | null };

/**
 * How people are reached and when they were last here.
 * @param whole as it is kept, by the login that may read it; masked otherwise
 */
export async function reachedOf(tx: Database, ids: readonly number[], whole: boolean): Promise<Map<number, Reached>> {
  if (!ids.length) return new Map();
  const list = [...ids];
  const found: Reached[] = whole
    ? await tx
        .select({
          id: users.id,
          email: users.email,
          phone: users.phone,
          deletedAt: users.deletedAt,
          lastSeenAt: lastSeen,
        })
        .from(users)
        .where(inArray(users.id, list))
    : await tx
        .select({
          id: sql<number>`id`,
          email: sql<string | null>`email`,
          phone: sql<string | null>`phone`,
          deletedAt: sql<Date | null>`deleted_at`.mapWith(users.deletedAt),
          lastSeenAt: sql<Date | null>`last_seen_at`.mapWith(sessions.lastSeenAt),
        })
        .from(sql`people`)
        .where(sql`id = any (${sql.param(list)}::integer[])`);
  return new Map(found.map((row) => [row.id, row]));
}

/** The ids of those whose name, or for who may know it whose address or number, has a part; newest first. */
export async function findPeople(tx: Database, part: string, most: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select id from find_people(${part}, ${most}) as id`);
  return rows.map(({ id }) => id);
}

const shopList = sql<PersonView["shops"]>`(
  select coalesce(json_agg(json_build_object('id', r.id, 'handle', r.handle, 'name', r.name, 'status', r.status, 'role', m.role) order by r.name), '[]')
  from ${retailerMembers} m join ${retailers} r on r.id = m.retailer_id where m.user_id = users.id)`;

/** A person without how they are reached; undefined when there is none. */
export async function onePerson(tx: Database, id: number) {
  const [row] = await tx
    .select({
      id: users.id,
      name: users.name,
      locale: users.locale,
      active: users.active,
      joinedAt: users.createdAt,
      roles: roleList,
      shops: shopList,
      orders: sql<number>`(select count(*)::int from (select from ${orders} o where o.user_id = users.id limit 1001) counted)`,
    })
    .from(users)
    .where(eq(users.id, id));
  return row;
}
