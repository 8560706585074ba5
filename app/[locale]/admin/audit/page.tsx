import type { Metadata } from "next";
import { AuditTable } from "@/components/admin/audit-table";
import { type Filter, Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { translator } from "@/lib/platform/messages";
import { auditActions, auditedThings, listAuditInput } from "@/lib/reports/audit/input";
import { listAudit } from "@/lib/reports/audit/operations";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/audit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.audit") };
}

const names = ["thing", "record", "person", "action", "from", "to"] as const;

export default async function AuditPage(props: Props) {
  const { say, context, path, query, frame, locale } = await adminPage(props, "audit");
  const { after } = query;
  const asked = Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  // What an address cannot mean narrows nothing, field by field.
  const { shape } = listAuditInput;
  const usable = Object.fromEntries(
    names.flatMap((name) => {
      const value = name === "person" ? Number(asked[name]) : asked[name];
      return asked[name] !== undefined && shape[name].safeParse(value).success ? [[name, value]] : [];
    }),
  );
  const { items, page } = await listAudit.call(context, { ...usable, ...(after && { after }) });
  const action = path("/admin/audit");
  const filters: Filter[] = [
    {
      kind: "select",
      name: "thing",
      label: say("admin.audit.thing"),
      options: [
        { value: "", label: say("admin.audit.all_things") },
        ...auditedThings.map((thing) => ({ value: thing, label: say(`admin.audit.things.${thing}`) })),
      ],
    },
    {
      kind: "select",
      name: "action",
      label: say("admin.audit.action"),
      options: [
        { value: "", label: say("admin.audit.all_actions") },
        ...auditActions.map((each) => ({ value: each, label: say(`admin.audit.actions.${each}`) })),
      ],
    },
  ];
  return (
    <AdminFrame {...frame} title={say("admin.audit.title")} lead={say("admin.audit.lead")}>
      <Filters action={action} say={say} values={query} filters={filters}>
        <div className="w-40">
          <Field name="record" label={say("admin.audit.record")} defaultValue={query.record ?? ""} />
        </div>
        <div className="w-40">
          <Field
            name="person"
            label={say("admin.audit.person")}
            inputMode="numeric"
            defaultValue={query.person ?? ""}
          />
        </div>
        <div className="w-44">
          <Field name="from" type="date" label={say("admin.audit.from")} defaultValue={query.from ?? ""} />
        </div>
        <div className="w-44">
          <Field name="to" type="date" label={say("admin.audit.to")} defaultValue={query.to ?? ""} />
        </div>
      </Filters>
      {items.length ? (
        <AuditTable locale={locale} say={say} rows={items} />
      ) : (
        <EmptyState title={say("admin.audit.empty")} text={say("admin.audit.empty_hint")} />
      )}
      <Pager say={say} action={action} query={asked} after={after} next={page.next} />
    </AdminFrame>
  );
}
