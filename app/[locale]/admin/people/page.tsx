import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { SortLink, sortedBy } from "@/components/admin/sort-link";
import { localDay } from "@/components/orders/local-time";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { listPeople } from "@/lib/accounts/people/operations/read";
import { roles } from "@/lib/accounts/people/rules";
import type { PersonRowView } from "@/lib/accounts/people/views";
import { createAccount } from "@/lib/auth/create-account";
import { translator } from "@/lib/platform/messages";
import { admin, operator } from "@/lib/web/actor";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";
import { stateBadge } from "./state";

export const instant = false;

type Props = PageProps<"/[locale]/admin/people">;

const states: Record<string, boolean> = { open: true, closed: false };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.people") };
}

export default async function PeoplePage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "people");
  const { q, role, state, after } = query;
  const sort = query.sort ?? "-joined";
  const whole = admin.holds(actor);
  const active = state === undefined ? undefined : states[state];
  const found = await listPeople.safe(context, {
    ...(q && { q }),
    ...(role && { role }),
    ...(active !== undefined && { active }),
    ...(after && { after }),
    sort,
  });
  const { items, page } = found.ok ? found.data : { items: [], page: { next: null } };
  const action = path("/admin/people");
  const narrowed = { q, role, state };
  const head = (by: string, label: string) => ({
    head: (
      <SortLink action={action} query={narrowed} by={by} now={sort}>
        {label}
      </SortLink>
    ),
    label,
    ...sortedBy(by, sort),
  });
  const day = (at: string | null) =>
    at === null ? say("admin.people.never") : localDay(at, { timezone: "UTC", locale }, "medium");
  const columns: Column<PersonRowView>[] = [
    {
      key: "name",
      ...head("name", say("admin.people.name")),
      names: true,
      cell: ({ id, name }) => (
        <a href={path(`/admin/people/${id}`)} className="font-semibold break-words text-tile underline">
          <bdi>{name || say("admin.people.nameless")}</bdi>
        </a>
      ),
    },
    {
      key: "email",
      head: say("admin.people.email"),
      cell: ({ email }) => <bdi className="break-all">{email ?? say("admin.none")}</bdi>,
    },
    {
      key: "phone",
      ...(whole ? head("phone", say("admin.people.phone")) : { head: say("admin.people.phone") }),
      cell: ({ phone }) => <bdi className="whitespace-nowrap">{phone ?? say("admin.none")}</bdi>,
    },
    {
      key: "role",
      ...head("role", say("admin.people.role")),
      cell: ({ roles: held, shops }) => (
        <span className="inline-flex flex-wrap gap-1">
          {held.map((each) => (
            <Badge key={each}>{say(`admin.people.roles.${each}`)}</Badge>
          ))}
          {shops > 0 && <Badge tone="good">{say("admin.people.shops", { count: shops })}</Badge>}
          {!held.length && !shops && <span className="text-ink-soft">{say("admin.people.roles.customer")}</span>}
        </span>
      ),
    },
    {
      key: "active",
      ...head("active", say("admin.people.state")),
      cell: (person) => stateBadge(person, say),
    },
    { key: "joined", ...head("joined", say("admin.people.joined")), cell: ({ joinedAt }) => day(joinedAt) },
    { key: "seen", head: say("admin.people.seen"), cell: ({ lastSeenAt }) => day(lastSeenAt) },
  ];
  const sorts = [
    { value: "-joined", label: `${say("admin.people.joined")} ↓` },
    ...["joined", "name", "-name", ...(whole ? ["phone", "-phone"] : []), "-role", "role", "active", "-active"].map(
      (value) => ({
        value,
        label: `${say(`admin.people.${value.replace("-", "").replace("active", "state")}`)} ${value.startsWith("-") ? "↓" : "↑"}`,
      }),
    ),
  ];
  const add = may(actor, createAccount) && (
    <a href={path("/admin/people/new")} className={buttonClass({})}>
      {say("admin.people.add")}
    </a>
  );
  const finds = whole || operator.holds(actor) ? "search" : "search_name";
  return (
    <AdminFrame
      {...frame}
      title={say("admin.people.title")}
      lead={say(whole ? "admin.people.lead" : "admin.people.lead_masked")}
      actions={add}
    >
      <Filters
        action={action}
        say={say}
        values={{ ...query, sort }}
        filters={[
          { kind: "search", name: "q", label: say(`admin.people.${finds}`) },
          {
            kind: "select",
            name: "role",
            label: say("admin.people.role"),
            options: [
              { value: "", label: say("admin.people.any_role") },
              ...["customer", "retailer", ...roles].map((value) => ({
                value,
                label: say(`admin.people.roles.${value}`),
              })),
            ],
          },
          {
            kind: "select",
            name: "state",
            label: say("admin.people.state"),
            options: [
              { value: "", label: say("admin.people.any_state") },
              { value: "open", label: say("admin.people.active") },
              { value: "closed", label: say("admin.people.inactive") },
            ],
          },
          { kind: "select", name: "sort", label: say("admin.people.order"), options: sorts, phone: true },
        ]}
      />
      {!found.ok ? (
        <Notice tone="warn" live="status" title={found.error.errors[0]?.message ?? found.error.message} />
      ) : items.length ? (
        <DataTable caption={say("admin.people.title")} columns={columns} rows={items} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={say("admin.people.empty")} text={say("admin.people.empty_hint")} />
      )}
      <Pager say={say} action={action} query={{ ...narrowed, sort }} after={after} next={page.next} />
    </AdminFrame>
  );
}
