import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { UploadBadge } from "@/components/admin/uploads/status-badge";
import { LocalTime } from "@/components/orders/local-time";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listUploads } from "@/lib/catalog/uploads/operations/read";
import { receiveUpload } from "@/lib/catalog/uploads/operations/receive";
import { uploadStatuses } from "@/lib/catalog/uploads/rules";
import type { UploadView } from "@/lib/catalog/uploads/views";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/uploads">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.uploads") };
}

export default async function UploadsPage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "uploads");
  const status = uploadStatuses.find((each) => each === query.status);
  const { after } = query;
  const { items, page } = await listUploads.call(context, { ...(status && { status }), ...(after && { after }) });
  const action = path("/admin/uploads");
  const figures = new Intl.NumberFormat(locale);
  const several = actor.shops.length !== 1 || actor.roles.length > 0;
  const columns: Column<UploadView>[] = [
    {
      key: "file",
      head: say("admin.uploads.file"),
      names: true,
      cell: ({ id, fileName }) => (
        <a href={path(`/admin/uploads/${id}`)} className="font-semibold break-words text-tile underline">
          <bdi>{fileName}</bdi>
        </a>
      ),
    },
    ...(several
      ? [
          {
            key: "shop",
            head: say("admin.uploads.shop"),
            cell: ({ retailer }: UploadView) => <bdi>{retailer.name}</bdi>,
          },
        ]
      : []),
    {
      key: "status",
      head: say("admin.uploads.status"),
      cell: ({ status: each }) => <UploadBadge status={each} say={say} />,
    },
    { key: "rows", head: say("admin.uploads.rows"), figures: true, cell: ({ rows }) => figures.format(rows) },
    {
      key: "when",
      head: say("admin.uploads.when"),
      cell: ({ createdAt, retailer }) => <LocalTime at={createdAt} timezone={retailer.timezone} locale={locale} />,
    },
  ];
  const add = may(actor, receiveUpload) && (
    <a href={path("/admin/uploads/new")} className={buttonClass({})}>
      {say("admin.uploads.add")}
    </a>
  );
  const options = [
    { value: "", label: say("admin.uploads.all") },
    ...uploadStatuses.map((value) => ({ value, label: say(`admin.uploads.statuses.${value}`) })),
  ];
  return (
    <AdminFrame {...frame} title={say("admin.uploads.title")} lead={say("admin.uploads.lead")} actions={add}>
      <Filters
        action={action}
        say={say}
        values={query}
        filters={[{ kind: "select", name: "status", label: say("admin.uploads.status"), options }]}
      />
      {items.length ? (
        <DataTable caption={say("admin.uploads.title")} columns={columns} rows={items} rowKey={({ id }) => id} />
      ) : (
        <EmptyState
          title={say(status ? "admin.uploads.nothing" : "admin.uploads.empty")}
          {...(!status && { text: say("admin.uploads.empty_hint") })}
        />
      )}
      <Pager say={say} action={action} query={{ status }} after={after} next={page.next} />
    </AdminFrame>
  );
}
