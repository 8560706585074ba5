import { LocalTime } from "@/components/orders/local-time";
import { Badge } from "@/components/ui/badge";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { auditedThings } from "@/lib/reports/audit/input";
import type { AuditEntryView } from "@/lib/reports/audit/views";
import { type Column, DataTable } from "./data-table";
import { withQuery } from "./pager";

type Props = { locale: string; say: Say; rows: readonly AuditEntryView[] };

/** Fields of one change that are shown at once; the others open. */
const atOnce = 4;

/** The name of a thing, or of its table where it has none. */
export const thingName = (say: Say, thing: string): string =>
  (auditedThings as readonly string[]).includes(thing) ? say(`admin.audit.things.${thing}`) : thing;

function Changes({ say, changes }: { say: Say; changes: AuditEntryView["changes"] }) {
  const line = ({ field, was, now }: (typeof changes)[number]) => (
    <li key={field} className="break-words">
      <span className="text-ink-soft">{field}</span>{" "}
      {was !== null && (
        <>
          <del className="decoration-1">
            <bdi>{was.slice(0, 200)}</bdi>
          </del>
          {" → "}
        </>
      )}
      <ins className="no-underline">
        <bdi>{now === null ? say("admin.audit.none") : now.slice(0, 200)}</bdi>
      </ins>
    </li>
  );
  const more = changes.slice(atOnce);
  return (
    <>
      <ul>{changes.slice(0, atOnce).map(line)}</ul>
      {more.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 items-center text-tile underline">
            {say("admin.audit.more_changes", { count: more.length })}
          </summary>
          <ul>{more.map(line)}</ul>
        </details>
      )}
    </>
  );
}

/** Entries of the audit, each with the ways to the record as it was then and to all that happened to it. */
export function AuditTable({ locale, say, rows }: Props) {
  const path = pathIn(locale);
  const columns: Column<AuditEntryView>[] = [
    {
      key: "what",
      head: say("admin.audit.what"),
      names: true,
      cell: ({ thing, record }) => (
        <a href={withQuery(path("/admin/audit"), { thing, record })} className="font-semibold text-tile underline">
          {thingName(say, thing)} <bdi>{record}</bdi>
        </a>
      ),
    },
    {
      key: "when",
      head: say("admin.audit.when"),
      cell: ({ at, thing, record }) => (
        <a href={withQuery(path("/admin/audit/record"), { thing, record, at })} className="text-tile underline">
          <LocalTime at={at} timezone="UTC" locale={locale} />
        </a>
      ),
    },
    {
      key: "who",
      head: say("admin.audit.who"),
      cell: ({ person, login }) =>
        person ? (
          <a href={withQuery(path("/admin/audit"), { person: String(person.id) })} className="text-tile underline">
            <bdi>{person.name || person.id}</bdi>
          </a>
        ) : (
          <>
            {say("admin.audit.nobody")} <span className="text-ink-soft">({login})</span>
          </>
        ),
    },
    {
      key: "how",
      head: say("admin.audit.how"),
      cell: ({ action }) => (
        <Badge
          tone={action === "delete" ? "bad" : action === "reveal" ? "warn" : action === "insert" ? "good" : "plain"}
        >
          {say(`admin.audit.actions.${action}`)}
        </Badge>
      ),
    },
    {
      key: "changes",
      head: say("admin.audit.changes"),
      cell: ({ changes }) => <Changes say={say} changes={changes} />,
    },
  ];
  return <DataTable caption={say("admin.audit.title")} columns={columns} rows={rows} rowKey={({ id }) => id} tall />;
}
