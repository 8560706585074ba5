import { createHash } from "node:crypto";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations as migrateJobs } from "graphile-worker";
import { Client } from "pg";
import { env } from "@/lib/platform/env";
import { actorPads } from "./actor";
import { grantStatements } from "./grants";
import { orderTransitions } from "./schema/order-transitions";
import { roleName, rolePassword, type Tier, type TierSettings, tiers, tierUrl } from "./tiers";

const settings = (): TierSettings => ({ rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: env.AUTH_SECRET });

async function makeLogins(client: Client, role: (tier: Tier) => string) {
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  for (const name of tiers.map(role)) {
    const known = await client.query("select from pg_roles where rolname = $1", [name]);
    if (!known.rowCount) await client.query(`create role "${name}"`);
    await client.query(`alter role "${name}" login noinherit password '${rolePassword(name, settings())}'`);
    await client.query(`grant connect on database "${rows[0]!.name}" to "${name}"`);
  }
  await client.query(`grant create on database "${rows[0]!.name}" to "${role("worker")}"`);
}

/** The guard of DESIGN 6, made from the table that screens and API read. */
function transitionGuard(): string {
  const pairs = Object.entries(orderTransitions).flatMap(([from, all]) => all.map((to) => `('${from}', '${to}')`));
  return `
    create or replace function orders_guard_status() returns trigger language plpgsql as $guard$
    begin
      if (old.status::text, new.status::text) not in (${pairs.join(", ")}) then
        raise exception 'an order does not go from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'orders_transition';
      end if;
      return new;
    end $guard$;
    drop trigger if exists orders_guard_status on orders;
    create trigger orders_guard_status before update of status on orders
      for each row when (old.status is distinct from new.status) execute function orders_guard_status();`;
}

/**
 * Events become jobs in the transaction that wrote them. The function belongs to the worker, whose schema the queue
 * is, so that every tier may record an event and none may touch the queue.
 */
async function wireEvents(client: Client, worker: string) {
  // From PostgreSQL 16 on, who makes a role is its member without being able to act as it.
  const { rows } = await client.query<{ own: boolean }>(
    `select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) as own`,
    [worker],
  );
  if (!rows[0]!.own) await client.query(`grant "${worker}" to current_user`);
  await client.query(`grant create on schema public to "${worker}"`);
  await client.query(`
    create or replace function events_enqueue() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform graphile_worker.add_job('relay', json_build_object('event', new.id), job_key := 'event:' || new.id, max_attempts := 25);
      return null;
    end $$;
    alter function events_enqueue() owner to "${worker}";
    drop trigger if exists events_enqueue on events;
    create trigger events_enqueue after insert on events for each row execute function events_enqueue();`);
  await client.query(`revoke create on schema public from "${worker}"`);
}

/** The key that `app_uid()` checks with, when it is not the one of today's secret. */
async function keepActorKey(client: Client) {
  const { inner, outer } = actorPads(env.AUTH_SECRET);
  await client.query(
    `insert into actor_key (inner_pad, outer_pad) values ($1, $2)
     on conflict (single) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
     where actor_key.inner_pad <> excluded.inner_pad`,
    [inner, outer],
  );
}

/**
 * Guard, rights and wiring, when they are not what the database has: each takes a lock on its table, which a shop that
 * is open must not wait for.
 */
async function applyAccess(client: Client, role: (tier: Tier) => string) {
  const grants = grantStatements(role);
  const wanted = createHash("sha256")
    .update([transitionGuard(), wireEvents.toString(), ...grants].join(";"))
    .digest("hex");
  const { rows } = await client.query<{ has: string | null }>("select obj_description('events'::regclass) as has");
  if (rows[0]?.has === wanted) return;
  await client.query("begin");
  await client.query(transitionGuard());
  for (const statement of grants) await client.query(statement);
  await wireEvents(client, role("worker"));
  await client.query(`comment on table events is '${wanted}'`);
  await client.query("commit");
}

/**
 * Brings the database to this version: logins, tables, rules, rights, queue. Safe to run again and by several
 * processes at once (they wait for each other).
 * @param url the owner's connection string; the owner needs CREATEROLE
 */
export async function migrate(url: string): Promise<void> {
  const role = (tier: Tier) => roleName(tier, settings());
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('charsu.migrate'))");
    await makeLogins(client, role);
    await runMigrations(drizzle(client), { migrationsFolder: path.join(process.cwd(), "db/migrations") });
    await keepActorKey(client);
    await migrateJobs({ connectionString: tierUrl(url, "worker", settings()) });
    await applyAccess(client, role);
  } finally {
    await client.end();
  }
}
