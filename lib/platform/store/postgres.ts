import type { Pool, QueryResultRow } from "pg";
import { type LogRule, type LogState, takes } from "./sliding-log";
import { type CodeCheck, type CodeStore, StoreError } from "./types";

const PUT_CODE = `
  insert into codes.code (key, hash, attempts, expires_at)
  values ($1, $2, 0, clock_timestamp() + make_interval(secs => $3))
  on conflict (key) do update set hash = excluded.hash, attempts = 0, expires_at = excluded.expires_at`;

// The row lock makes parallel checks wait in line; each then sees the row as the one before it left it, or no row. The
// last parameter says whether a match uses the code up; one that does not is no attempt either.
const CHECK_CODE = `
  with held as materialized (
    select key, hash = $2 as matches, attempts + 1 >= $3 as last from codes.code
    where key = $1 and attempts < $3 and expires_at > clock_timestamp() for update
  ), deleted as (
    delete from codes.code c using held where c.key = held.key and case when held.matches then $4 else held.last end
  ), counted as (
    update codes.code c set attempts = c.attempts + 1 from held
    where c.key = held.key and not (held.matches or held.last)
  )
  select matches from held`;

// Locks are taken in the order of the buckets, so that two calls over the same buckets never wait for each other.
const TAKE = `
  with rule as materialized (
    select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
      with ordinality as r (bucket, quota, window_ms, slot_ms, cost, position)
  ), held as materialized (
    select bucket, moments, amounts from codes.hit where bucket = any($1::text[]) order by bucket for update
  ), clock as materialized (
    select count(*) as held, floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now_ms from held
  ), state as materialized (
    select rule.*, now_ms, kept.moments, kept.amounts, ceil(now_ms / slot_ms::numeric)::bigint * slot_ms as moment,
           kept.used + cost <= quota as fits
    from rule join held using (bucket) cross join clock
    cross join lateral (
      select coalesce(array_agg(moment order by i), '{}') as moments, coalesce(array_agg(amount order by i), '{}') as amounts,
             coalesce(sum(amount), 0) as used
      from unnest(held.moments, held.amounts) with ordinality as u (moment, amount, i)
      where u.moment > now_ms - window_ms
    ) kept
  ), verdict as materialized (
    select count(*) = cardinality($1::text[]) as complete, coalesce(bool_and(fits), true) as fits from state
  ), counted as (
    update codes.hit h set
      moments = case when same then state.moments else state.moments || moment end,
      amounts = case when same then state.amounts[:n - 1] || (state.amounts[n] + cost)::int
                     else state.amounts || cost::int end,
      expires_at = to_timestamp((moment + window_ms) / 1000.0)
    from state cross join verdict
    cross join lateral (select cardinality(state.moments) as n) size
    cross join lateral (select n > 0 and coalesce(state.moments[n] = moment, false) as same) newest
    where h.bucket = state.bucket and verdict.complete and verdict.fits
  )
  select complete, verdict.fits, clock.now_ms, coalesce(
    (select json_agg(json_build_object('moments', moments, 'amounts', amounts) order by position) from state), '[]'
  ) as states
  from verdict cross join clock`;

const ADD_BUCKETS = `
  insert into codes.hit (bucket, expires_at)
  select bucket, clock_timestamp() + make_interval(secs => window_ms / 1000.0)
  from unnest($1::text[], $2::bigint[]) as r (bucket, window_ms) order by bucket
  on conflict (bucket) do nothing`;

const SWEEP = `
  with old_code as (
    select key from codes.code where expires_at <= clock_timestamp() for update skip locked
  ), old_hit as (
    select bucket from codes.hit where expires_at <= clock_timestamp() for update skip locked
  ), code as (
    delete from codes.code c using old_code where c.key = old_code.key returning 1
  ), hit as (
    delete from codes.hit h using old_hit where h.bucket = old_hit.bucket returning 1
  )
  select (select count(*) from code) + (select count(*) from hit) as swept`;

type Decision = { complete: boolean; fits: boolean; now_ms: string; states: LogState[] };

/** The code store in PostgreSQL, tables of db/schema/store.ts. `pool` logs in as the one tier that is granted them. */
export function createPostgresStore(pool: Pick<Pool, "query">): CodeStore {
  const run = async <Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> => {
    try {
      return (await pool.query<Row>(text, values)).rows;
    } catch (error) {
      // PostgreSQL's detail would quote the row, and with it a hash.
      throw new StoreError(`code store: ${(error as { code?: string }).code ?? "not reachable"}`);
    }
  };

  const check = async (key: string, hash: string, maxAttempts: number, uses: boolean): Promise<CodeCheck> => {
    const [held] = await run<{ matches: boolean }>(CHECK_CODE, [key, hash, maxAttempts, uses]);
    if (!held) return "gone";
    return held.matches ? "match" : "wrong";
  };

  const decide = async (rules: readonly LogRule[]) => {
    const column = (name: "key" | "limit" | "windowMs" | "slotMs" | "cost") => rules.map((rule) => rule[name]);
    const values = [column("key"), column("limit"), column("windowMs"), column("slotMs"), column("cost")];
    // A bucket that is new, or that a sweep takes away in between, is added first; each round decides whole or not at all.
    for (let round = 0; round < 5; round++) {
      const [found] = await run<Decision>(TAKE, values);
      if (found?.complete) return { ok: found.fits, nowMs: Number(found.now_ms), states: found.states };
      await run(ADD_BUCKETS, [column("key"), column("windowMs")]);
    }
    throw new StoreError("code store: buckets vanish as fast as they are added");
  };

  return {
    async putCode(key, { hash }, ttlSeconds) {
      await run(PUT_CODE, [key, hash, ttlSeconds]);
    },
    checkCode: (key, hash, maxAttempts) => check(key, hash, maxAttempts, true),
    proveCode: (key, hash, maxAttempts) => check(key, hash, maxAttempts, false),
    async dropCode(key) {
      await run("delete from codes.code where key = $1", [key]);
    },
    ...takes(decide),
    async sweep() {
      const [row] = await run<{ swept: string }>(SWEEP, []);
      return Number(row?.swept ?? 0);
    },
  };
}
