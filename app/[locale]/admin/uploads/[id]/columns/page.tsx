import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { ColumnForm } from "@/components/admin/uploads/column-form";
import { SheetForm } from "@/components/admin/uploads/sheet-form";
import { Notice } from "@/components/ui/notice";
import { chooseUpload, readUploadColumns } from "@/lib/catalog/uploads/operations/choose";
import { readUpload } from "@/lib/catalog/uploads/operations/read";
import { mayChoose } from "@/lib/catalog/uploads/rules";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/uploads/[id]/columns">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.uploads.mapping_title") };
}

const position = (text: string | undefined, most: number): number | undefined =>
  text !== undefined && /^\d{1,2}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

export default async function ColumnsPage(props: Props) {
  const { say, path, context, actor, words, query, frame, locale } = await adminPage(props, "uploads");
  const id = Number((await props.params).id);
  const upload = await readUpload.call(context, { id });
  const asked = await readUploadColumns.call(context, {
    id,
    sheet: position(query.sheet, 19),
    headerRow: position(query.headerRow, 20),
  });
  const page = path(`/admin/uploads/${id}`);
  return (
    <AdminFrame
      {...frame}
      title={say("admin.uploads.mapping_title")}
      lead={say("admin.uploads.mapping_lead")}
      back={{ href: page, label: upload.fileName }}
    >
      {mayChoose(upload.status) && may(actor, chooseUpload) ? (
        <>
          <SheetForm action={`${page}/columns`} asked={asked} say={say} />
          <ColumnForm
            key={`${asked.sheet}-${asked.headerRow}`}
            id={id}
            asked={asked}
            locale={locale}
            next={`${page}?done=upload_reading`}
            say={say}
            words={words(say("admin.uploads.use_columns"))}
          />
        </>
      ) : (
        <Notice>{say("errors.upload_moved_on")}</Notice>
      )}
    </AdminFrame>
  );
}
