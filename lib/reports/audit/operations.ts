import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { decodeCursor, keysetPage, keysetPageOf } from "@/lib/platform/pages";
import { type Actor, admin, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { listAuditInput, recordAtInput } from "./input";
import { changesOf, fieldsOf } from "./rules";
import { type AuditEntryView, auditEntryView, recordAtView } from "./views";

const reads = { allow: [admin, supervisor], limit: "none", readOnly: true } as const;

type Row = Pick<AuditEntryView, "id" | "at" | "login" | "action" | "record" | "person"> & {
  relation: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** An admin reads the log itself, a supervisor what it says with addresses and numbers masked. */
const source = (actor: Actor): SQL => (actor.roles.includes("admin") ? sql`audit_log` : sql`audit_entries`);

const select = (tx: Database, actor: Actor, where: readonly SQL[], rest: SQL) =>
  tx.execute<Row>(sql`
    select e.id::int as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.action, e.relation, e.record, e.before, e.after,
      case when e.login like current_database() || '\\_%' then substr(e.login, length(current_database()) + 2) else
        coalesce(substring(e.login from '_(shop|retailer|staff|supervisor|admin|auth|worker)$'), 'owner') end as login,
      case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as person
    from ${source(actor)} e left join users u on u.id = e.user_id
    where ${sql.join([sql`true`, ...where], sql` and `)} ${rest}`);

const toView = ({ relation, before, after, ...row }: Row): AuditEntryView => ({
  ...row,
  thing: relation,
  changes: changesOf(before, after),
});

export const listAudit = operation({
  ...reads,
  name: "audit.list",
  summary: "Who changed what, newest first, by person, thing and time.",
  http: { method: "GET", path: "/api/admin/audit" },
  message: "The audit.",
  input: listAuditInput,
  output: keysetPage(auditEntryView),
  run: async ({ input, tx, actor }) => {
    const { person, thing, record, action, from, to, pageSize } = input;
    const after = decodeCursor(input.after);
    const { rows } = await select(
      tx,
      actor,
      [
        ...(person === undefined ? [] : [sql`e.user_id = ${person}`]),
        ...(thing === undefined ? [] : [sql`e.relation = ${thing}`]),
        ...(record ? [sql`e.record = ${record}`] : []),
        ...(action === undefined ? [] : [sql`e.action = ${action}`]),
        ...(from === undefined ? [] : [sql`e.at >= ${from}::date at time zone 'UTC'`]),
        ...(to === undefined ? [] : [sql`e.at < (${to}::date + 1) at time zone 'UTC'`]),
        ...(after ? [sql`e.id < ${after[1]}`] : []),
      ],
      sql`order by e.id desc limit ${pageSize + 1}`,
    );
    return keysetPageOf(rows.map(toView), pageSize, ({ id }) => [id, id]);
  },
});

export const readRecordAt = operation({
  ...reads,
  name: "audit.recordAt",
  summary: "How a record stood at a moment, put together from the audit.",
  http: { method: "GET", path: "/api/admin/audit/record", errors: ["not_found"] },
  message: "The record as it was.",
  input: recordAtInput,
  output: recordAtView,
  run: async ({ input: { thing, record, at }, tx, actor, now, context }) => {
    const moment = at ?? now.toISOString();
    const of = [sql`e.relation = ${thing}`, sql`e.record = ${record}`, sql`e.action <> 'reveal'`];
    const until = await select(
      tx,
      actor,
      [...of, sql`e.at <= ${moment}::timestamptz`],
      sql`order by e.id desc limit 1`,
    );
    const then = until.rows[0];
    const said = { thing, record, at: moment };
    if (then) {
      const since = { id: then.id, at: then.at };
      return { ...said, fields: then.after && fieldsOf(then.after), since };
    }
    // Before the first entry of it, it stood as that entry found it.
    const first = (await select(tx, actor, of, sql`order by e.id limit 1`)).rows[0];
    if (!first) throw new AppError("not_found", context.say("errors.not_found"));
    return { ...said, fields: first.before && fieldsOf(first.before), since: null };
  },
});
