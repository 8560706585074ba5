import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { comparedWith, type Preset, type Span, spanOf } from "../rules/periods";
import type { ReportScope } from "../views";

type Asked = {
  period: Preset;
  from?: string | undefined;
  to?: string | undefined;
  retailer?: string | undefined;
};

/** What figures are read of. */
export type Scope = {
  span: Span;
  compared: Span;
  /** Ids of the shops; null for all there are. */
  shops: readonly number[] | null;
  view: ReportScope;
};

type Shop = { id: number; handle: string; name: string };
type Row = { shops: Shop[]; chosen: Shop | null; today: string; timezone: string; asOf: string | null };

/**
 * Which days and shops are asked for. Today is what it is on the clock that most of the shops have.
 * @param own the shops of whoever asks; null for who keeps the market
 * @throws not_found for a shop that is not theirs or not there
 */
export async function scopeOf(
  tx: Database,
  asked: Asked,
  own: readonly number[] | null,
  { now, say }: { now: Date; say: Say },
): Promise<Scope> {
  const theirs = own === null ? sql`true` : sql`r.id = any (${sql.param([...own])})`;
  const handle = asked.retailer ?? null;
  const { rows } = await tx.execute<Row>(sql`
    with theirs as (select r.id, r.handle, r.name, r.timezone from retailers r where ${theirs}),
    chosen as (select * from theirs where ${handle}::text is null or handle = ${handle}),
    clock as (select timezone from chosen group by timezone order by count(*) desc, timezone limit 1)
    select
      coalesce((select json_agg(t) from (select id, handle, name from theirs order by lower(name), id limit 200) t), '[]') as shops,
      (select to_json(c) from (select id, handle, name from chosen where handle = ${handle}) c) as chosen,
      (${now.toISOString()}::timestamptz at time zone coalesce((select timezone from clock), 'UTC'))::date::text as today,
      coalesce((select timezone from clock), 'UTC') as timezone,
      (select to_json(as_of) #>> '{}' from report_state) as "asOf"`);
  const { shops, chosen, today, timezone, asOf } = rows[0]!;
  if (handle !== null && !chosen) throw new AppError("not_found", say("errors.not_found"));
  const only = chosen ?? (shops.length === 1 ? shops[0]! : null);
  const { period, from, to } = asked;
  const picked = from !== undefined && to !== undefined ? { from, to } : null;
  const span = picked ?? spanOf(period, today);
  const compared = comparedWith(span);
  const named = ({ handle, name }: Shop) => ({ handle, name });
  return {
    span,
    compared,
    shops: only ? [only.id] : own,
    view: {
      asOf: asOf && new Date(asOf).toISOString(),
      period: picked ? null : period,
      span,
      compared,
      shop: only && named(only),
      shops: shops.map(named),
      timezone,
    },
  };
}

/**
 * The rows of a table of figures that the scope's shops have. The ids are named although row-level security would find
 * them: an index begins with them.
 */
export const ofShops = ({ shops }: Scope) =>
  shops === null ? sql`true` : sql`retailer_id = any (${sql.param([...shops])})`;
