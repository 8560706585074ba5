import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/platform/env";
import { type Database, transaction } from "./client";
import { hasDatabase, useTestDatabase } from "./testing/database";
import { makeMember, makeProduct, makeRetailer, makeStaff, makeUser } from "./testing/factories";
import { design, type KindName, kindNames } from "./testing/matrix";
import { masked, type TableRights, tables, type Verb, views } from "./testing/matrix-tables";
import { columnsOf, loosen, makeRow, relations } from "./testing/rows";
import { roleName, type Tier } from "./tiers";

const tierOf: Record<KindName, Tier> = {
  nobody: "shop",
  shopper: "shop",
  "shop staff": "retailer",
  "shop owner": "retailer",
  "product manager": "staff",
  operator: "staff",
  supervisor: "supervisor",
  admin: "admin",
};
const letters: Record<Verb, string> = { select: "s", insert: "i", update: "u", delete: "d" };
const denied = "42501";
type Outcome = number | typeof denied;

const cells = (all: Record<string, TableRights>) =>
  Object.entries(all).flatMap(([table, rights]) => kindNames.map((kind) => [table, kind, rights] as const));

describe.skipIf(!hasDatabase)("DESIGN 9 through plain SQL", () => {
  const { owner } = useTestDatabase();
  const people = {} as Record<KindName, number | null>;
  let shopId: number;

  beforeAll(async () => {
    const db = owner();
    const [mine, other] = [await makeRetailer(db), await makeRetailer(db)];
    await makeRetailer(db, { status: "pending" });
    shopId = mine.id;
    const member = async (shop: number, role: "owner" | "staff") => (await makeMember(db, shop, role)).id;
    const role = async (name: Parameters<typeof makeStaff>[1]) => (await makeStaff(db, name)).id;
    Object.assign(people, {
      nobody: null,
      shopper: (await makeUser(db)).id,
      "shop staff": await member(mine.id, "staff"),
      "shop owner": await member(mine.id, "owner"),
      "product manager": await role("product_manager"),
      operator: await role("operator"),
      supervisor: await role("supervisor"),
      admin: await role("admin"),
    } satisfies Record<KindName, number | null>);
    const stranger = await member(other.id, "owner");
    await member(other.id, "staff");
    const goods = await makeProduct(db, mine.id);
    const foreign = await makeProduct(db, other.id);
    await makeProduct(db, other.id, { status: "draft", variant: { active: false } });
    await loosen(db);
    const links = (shop: number, product: typeof goods, user: number, order: number) => ({
      retailer_id: shop,
      product_id: product.product.id,
      variant_id: product.variant.id,
      user_id: user,
      acts_as: user,
      order_id: order,
    });
    const everybody = Object.values(people).filter((id) => id !== null);
    // Orders first: what belongs to one names it.
    for (const user of everybody) await makeRow(db, "orders", links(mine.id, goods, user, 0));
    for (const _ of [1, 2]) await makeRow(db, "orders", links(other.id, foreign, stranger, 0));
    const orderOf = async (user: number) => {
      const { rows } = await db.execute<{ id: number }>(sql`select min(id) as id from orders where user_id = ${user}`);
      return rows[0]!.id;
    };
    for (const table of await relations(db, "r")) {
      const { rows } = await db.execute(sql.raw(`select from ${table} limit 1`));
      if (rows.length) continue;
      const has = (await columnsOf(db, table)).map(({ name }) => name);
      const each = has.includes("user_id") || has.includes("order_id") ? everybody : [people.shopper!];
      for (const user of each) await makeRow(db, table, links(mine.id, goods, user, await orderOf(user)));
      for (const _ of [1, 2]) await makeRow(db, table, links(other.id, foreign, stranger, await orderOf(stranger)));
    }
  });

  const bound = (text: string, kind: KindName) =>
    text.replaceAll(":me", String(people[kind] ?? "null")).replaceAll(":shop", String(shopId));

  /** What the login of a kind of people gets from a statement: how many rows, or that it is refused. Nothing stays. */
  async function attempt(kind: KindName, statement: string): Promise<Outcome> {
    let count = 0;
    const undone = new Error("undone");
    try {
      await transaction({ tier: tierOf[kind], userId: people[kind] }, async (tx) => {
        const { rows, rowCount } = await tx.execute<{ count?: number }>(sql.raw(bound(statement, kind)));
        count = rows[0]?.count ?? rowCount ?? 0;
        throw undone;
      });
    } catch (error) {
      if (error === undone) return count;
      const { code } = (error as { cause?: { code?: string } }).cause ?? {};
      if (code === denied) return denied;
      throw error;
    }
    throw undone;
  }

  const defaultOwn = async (table: string, kind: KindName) => {
    const has = (await columnsOf(owner(), table)).map(({ name }) => name);
    if (kind.startsWith("shop ") && has.includes("retailer_id")) return "retailer_id = :shop";
    return has.includes("user_id") ? "user_id = :me" : "false";
  };

  async function count(db: Database, table: string, kind: KindName, where: string): Promise<number> {
    const { rows } = await db.execute<{ count: number }>(
      sql.raw(bound(`select count(*)::int as count from ${table} where ${where}`, kind)),
    );
    return rows[0]!.count;
  }

  /** How many rows the matrix gives them: every one, their own, or none. */
  async function expected(table: string, kind: KindName, { rights, own }: TableRights, verb: Verb): Promise<Outcome> {
    const letter = letters[verb];
    const given = rights[kind] ?? "";
    if (given.includes(letter.toUpperCase())) return count(owner(), table, kind, "true");
    if (!given.includes(letter)) return denied;
    return count(owner(), table, kind, own?.(kind, verb) ?? (await defaultOwn(table, kind)));
  }

  /** Refused by the login's rights, or by a policy that leaves no row: either will do, but for a supervisor who writes. */
  const holds = (kind: KindName, verb: Verb, got: Outcome, wanted: Outcome) => {
    if (wanted !== denied) return got === wanted;
    return got === denied || (got === 0 && !(kind === "supervisor" && verb !== "select"));
  };

  it("knows every table and view", async () => {
    const known = [...Object.keys(tables), ...Object.keys(views)];
    const there = [...(await relations(owner(), "r")), ...(await relations(owner(), "v"))];
    expect(
      there.filter((name) => !known.includes(name)),
      "not in the matrix: give them their rights in db/testing/matrix-tables.ts",
    ).toEqual([]);
    expect(known.filter((name) => !there.includes(name))).toEqual([]);
  });

  it.each(cells({ ...tables, ...views }))(
    "%s gives %s no more than its row of the design",
    (_, kind, { row, rights }) => {
      const given = rights[kind] ?? "";
      if (row === "secrets") expect(given).toBe("");
      if (row === "plumbing") expect(given).toMatch(/^I?$/);
      if (row === "account") expect(given).toMatch(kind === "nobody" ? /^$/ : /^[a-z]*$/);
      if (!(row in design)) return;
      const cell = design[row as keyof typeof design][kind];
      // What is published is everybody's, and parts of it are read whole.
      if (/S/.test(given) && !cell.startsWith("r")) expect(["own"]).toContain(cell);
      if (/[IUD]/.test(given)) expect(cell).toBe("rw");
      if (/[iud]/.test(given)) expect(["rw", "own"]).toContain(cell);
      if (given) expect(cell).not.toBe("");
    },
  );

  it.each(cells(tables))("%s: what %s selects, changes and deletes", async (table, kind, rights) => {
    const role = roleName(tierOf[kind], { rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: env.AUTH_SECRET });
    const { rows } = await owner().execute<{ name: string }>(sql`
      select a.attname as name from pg_attribute a
      where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
      order by has_column_privilege(${role}, a.attrelid, a.attnum, 'UPDATE') desc, a.attnum limit 1`);
    const column = `"${rows[0]!.name}"`;
    const statements: Partial<Record<Verb, string>> = {
      select: `select count(*)::int as count from ${table}`,
      update: `update ${table} set ${rights.sets ?? `${column} = ${column}`}`,
      delete: `delete from ${table}`,
    };
    for (const [verb, statement] of Object.entries(statements) as [Verb, string][]) {
      const [got, wanted] = [await attempt(kind, statement), await expected(table, kind, rights, verb)];
      expect(holds(kind, verb, got, wanted), `${verb}: ${got} rows, promised ${wanted}`).toBe(true);
    }
  });

  it.each(cells(tables))("%s: what %s inserts", async (table, kind, rights) => {
    const given = rights.rights[kind] ?? "";
    const own = bound(rights.own?.(kind, "insert") ?? (await defaultOwn(table, kind)), kind);
    const names = (await columnsOf(owner(), table)).map(({ name }) => `"${name}"`).join(", ");
    const tries: [string, boolean][] = [
      [own, /i/i.test(given)],
      [`(${own}) is not true`, /I/.test(given)],
    ];
    for (const [where, allowed] of tries) {
      const { rows } = await owner().execute<{ row: string }>(
        sql.raw(`select to_jsonb(t)::text as row from ${table} t where ${where} limit 1`),
      );
      if (!rows[0]) continue;
      const row = rows[0].row.replaceAll("'", "''");
      const statement = `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, '${row}')`;
      expect(await attempt(kind, statement), `${where}: ${row}`).toBe(allowed ? 1 : denied);
    }
  });

  it.each(cells(views))("%s: what %s sees", async (view, kind, rights) => {
    const got = await attempt(kind, `select count(*)::int as count from ${view}`);
    const own = bound(rights.own?.(kind, "select") ?? "true", kind);
    const source = {
      people: "users",
      order_contacts: "orders",
      audit_entries: "audit_log",
      colleagues: "retailer_members",
    };
    const from = source[view as keyof typeof source];
    const wanted = (rights.rights[kind] ?? "") === "" ? denied : await count(owner(), from, kind, own);
    expect(holds(kind, "select", got, wanted), `${got} rows, promised ${wanted}`).toBe(true);
  });

  it.each(Object.entries(masked).flatMap(([table, columns]) => columns.map((column) => [table, column] as const)))(
    "%s.%s is read by no product manager, operator or supervisor",
    async (table, column) => {
      for (const kind of ["product manager", "operator", "supervisor"] as const)
        expect(await attempt(kind, `select "${column}" from ${table}`), kind).toBe(denied);
    },
  );

  it("gives the supervisor's login SELECT alone, anywhere", async () => {
    const role = roleName("supervisor", { rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: env.AUTH_SECRET });
    const { rows: writable } = await owner().execute(sql`
      select c.oid::regclass::text as relation from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
        and ((c.relkind in ('r', 'v', 'm', 'p') and (has_any_column_privilege(${role}, c.oid, 'INSERT, UPDATE, REFERENCES')
          or has_table_privilege(${role}, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')))
          or (c.relkind = 'S' and has_sequence_privilege(${role}, c.oid, 'USAGE, UPDATE')))`);
    expect(writable).toEqual([]);
    const { rows: policies } = await owner().execute(sql`
      select tablename, cmd from pg_policies where ${role} = any (roles) and cmd <> 'SELECT'`);
    expect(policies).toEqual([]);
    const { rows: writing } = await owner().execute(sql`
      select p.oid::regprocedure::text as function from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'codes', 'graphile_worker') and p.prosecdef and p.provolatile = 'v'
        and p.prorettype <> 'trigger'::regtype and has_function_privilege(${role}, p.oid, 'EXECUTE')
        and has_schema_privilege(${role}, n.oid, 'USAGE')`);
    expect(writing, "functions that may write with their owner's rights").toEqual([]);
  });
});
