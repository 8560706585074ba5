import { sql } from "drizzle-orm";
import type { Database } from "../client";

type Column = { name: string; type: string; category: string; needed: boolean };

/** Takes away what a made-up row would be refused for, and what would follow from one. Rights stay. */
export async function loosen(db: Database): Promise<void> {
  await db.execute(sql`
    do $$ declare one record; begin
      for one in select c.conname, c.conrelid::regclass as relation from pg_constraint c
        join pg_namespace n on n.oid = c.connamespace
        where n.nspname in ('public', 'codes') and c.contype in ('f', 'c', 'u', 'p', 'x') order by c.contype = 'p', c.contype = 'u' loop
        execute format('alter table %s drop constraint if exists %I cascade', one.relation, one.conname);
      end loop;
      for one in select i.indexrelid::regclass as index from pg_index i join pg_class t on t.oid = i.indrelid
        join pg_namespace n on n.oid = t.relnamespace where n.nspname in ('public', 'codes') and i.indisunique loop
        execute format('drop index if exists %s', one.index);
      end loop;
      for one in select t.oid::regclass as relation from pg_class t join pg_namespace n on n.oid = t.relnamespace
        where n.nspname in ('public', 'codes') and t.relkind = 'r' loop
        execute format('alter table %s disable trigger user', one.relation);
      end loop;
    end $$`);
}

/** Every table and every view of ours, a table of another schema with its schema. */
export async function relations(db: Database, kind: "r" | "v"): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'codes') and c.relkind = ${kind} order by 1`);
  return rows.map(({ name }) => name);
}

/** The columns of a table that can be written. */
export async function columnsOf(db: Database, relation: string): Promise<Column[]> {
  const { rows } = await db.execute<Column>(sql`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, t.typcategory as category,
      a.attnotnull and not a.atthasdef as needed
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = ${relation}::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
    order by a.attnum`);
  return rows;
}

let counter = 0;

/** Any value of a type, by its category. Source: PostgreSQL, pg_type. */
function anything({ type, category }: Column): string {
  counter += 1;
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "jsonb") return "'{}'::jsonb";
  if (type === "bytea") return `'x${counter}'::bytea`;
  if (category === "E") return `(enum_range(null::${type}))[1]`;
  if (category === "N") return String(counter);
  if (category === "B") return "true";
  if (category === "D") return `(now() + interval '${counter} days')::${type}`;
  if (category === "A") return "'{}'";
  return `'text ${counter}'::${type}`;
}

/** Inserts a row that says what `given` says of the columns that it has, and anything of those that must say something. */
export async function makeRow(db: Database, relation: string, given: Readonly<Record<string, number>>): Promise<void> {
  const columns = (await columnsOf(db, relation)).filter(({ name, needed }) => needed || name in given);
  const values = columns.map((column) => (column.name in given ? String(given[column.name]) : anything(column)));
  const names = columns.map(({ name }) => `"${name}"`);
  await db.execute(sql.raw(`insert into ${relation} (${names.join(", ")}) values (${values.join(", ")})`));
}
