import type { Metadata } from "next";
import { thingName } from "@/components/admin/audit-table";
import { type Column, DataTable } from "@/components/admin/data-table";
import { Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { withQuery } from "@/components/admin/pager";
import { LocalTime } from "@/components/orders/local-time";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { translator } from "@/lib/platform/messages";
import { recordAtInput } from "@/lib/reports/audit/input";
import { readRecordAt } from "@/lib/reports/audit/operations";
import type { RecordAtView } from "@/lib/reports/audit/views";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/audit/record">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.audit") };
}

/** A moment as a browser's field gives it, without a zone, is one in UTC. */
const inUtc = (at: string) => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(at) ? `${at}Z` : at);

export default async function RecordPage(props: Props) {
  const { say, context, path, query, frame, locale } = await adminPage(props, "audit");
  const { thing = "", record = "" } = query;
  const at = query.at && recordAtInput.shape.at.safeParse(inUtc(query.at)).success ? inUtc(query.at) : undefined;
  const found = await readRecordAt.safe(context, { thing, record, ...(at && { at }) });
  const columns: Column<NonNullable<RecordAtView["fields"]>[number]>[] = [
    { key: "field", head: say("admin.audit.field"), names: true, cell: ({ field }) => field },
    {
      key: "value",
      head: say("admin.audit.value"),
      cell: ({ value }) =>
        value === null ? (
          <span className="text-ink-soft">{say("admin.audit.none")}</span>
        ) : (
          <bdi className="whitespace-pre-wrap break-words">{value}</bdi>
        ),
    },
  ];
  const view = found.ok ? found.data : null;
  return (
    <AdminFrame
      {...frame}
      title={say("admin.audit.record_title", { thing: thingName(say, thing), record })}
      lead={
        view && (
          <>
            {say("admin.audit.record_lead")} <LocalTime at={view.at} timezone="UTC" locale={locale} />
          </>
        )
      }
      back={{ href: path("/admin/audit"), label: say("admin.sections.audit") }}
      actions={
        <a href={withQuery(path("/admin/audit"), { thing, record })} className={buttonClass({ look: "secondary" })}>
          {say("admin.audit.history")}
        </a>
      }
    >
      <Filters action={path("/admin/audit/record")} say={say} values={{}} filters={[]} keep={{ thing, record }}>
        <div className="w-60">
          <Field
            name="at"
            type="datetime-local"
            step={1}
            label={say("admin.audit.at")}
            defaultValue={view?.at.slice(0, 19) ?? ""}
          />
        </div>
      </Filters>
      {view?.fields ? (
        <DataTable
          caption={say("admin.audit.as_of")}
          columns={columns}
          rows={view.fields}
          rowKey={({ field }) => field}
        />
      ) : (
        <EmptyState title={say("admin.audit.not_there")} />
      )}
    </AdminFrame>
  );
}
