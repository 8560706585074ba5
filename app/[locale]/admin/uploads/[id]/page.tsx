import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { UploadRows } from "@/components/admin/uploads/rows";
import { UploadState } from "@/components/admin/uploads/state";
import { UploadFacts } from "@/components/admin/uploads/upload-facts";
import { chooseUpload } from "@/lib/catalog/uploads/operations/choose";
import { listUploadChanges, listUploadRows, readUpload } from "@/lib/catalog/uploads/operations/read";
import { rowOutcomes } from "@/lib/catalog/uploads/rules";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/uploads/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.uploads") };
}

export default async function UploadPage(props: Props) {
  const { say, path, context, actor, words, query, frame, locale } = await adminPage(props, "uploads");
  const id = Number((await props.params).id);
  const upload = await readUpload.call(context, { id });
  const outcome = rowOutcomes.find((each) => each === query.outcome);
  const { after } = query;
  const rows =
    upload.planned && upload.status !== "reading"
      ? await listUploadRows.call(context, { id, ...(outcome && { outcome }), ...(after && { after }) })
      : null;
  const kept = upload.undone?.kept
    ? await listUploadChanges.call(context, { id, undone: "kept", pageSize: 100 })
    : null;
  const page = path(`/admin/uploads/${id}`);
  return (
    <AdminFrame
      {...frame}
      title={upload.fileName}
      back={{ href: path("/admin/uploads"), label: say("admin.sections.uploads") }}
    >
      <UploadFacts upload={upload} locale={locale} say={say} />
      <UploadState
        upload={upload}
        kept={kept?.items ?? []}
        changes={may(actor, chooseUpload)}
        page={page}
        locale={locale}
        say={say}
        words={words}
      />
      {rows && (
        <UploadRows upload={upload} rows={rows} outcome={outcome} after={after} page={page} locale={locale} say={say} />
      )}
    </AdminFrame>
  );
}
