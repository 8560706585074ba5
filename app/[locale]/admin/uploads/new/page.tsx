import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { NewUploadForm } from "@/components/admin/uploads/new-upload-form";
import { Notice } from "@/components/ui/notice";
import { uploadLimits } from "@/lib/catalog/import/limits";
import { uploadShops } from "@/lib/catalog/uploads/operations/read";
import { uploadProblem } from "@/lib/catalog/uploads/rules";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/uploads/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.uploads.new_title") };
}

export default async function NewUploadPage(props: Props) {
  const { say, path, context, query, frame } = await adminPage(props, "uploads");
  const shops = await uploadShops.call(context, {});
  const size = uploadLimits.fileBytes / 1024 / 1024;
  return (
    <AdminFrame
      {...frame}
      title={say("admin.uploads.new_title")}
      lead={say("admin.uploads.new_lead", { size })}
      back={{ href: path("/admin/uploads"), label: say("admin.sections.uploads") }}
    >
      {query.problem && (
        <Notice tone="bad" live="alert">
          {say(`admin.uploads.problems.${uploadProblem(query.problem)}`, { size })}
        </Notice>
      )}
      <NewUploadForm
        next={path("/admin/uploads/{id}")}
        back={path("/admin/uploads/new")}
        shops={shops}
        words={{
          shop: say("admin.uploads.shop"),
          file: say("admin.uploads.file"),
          hint: say("admin.uploads.file_hint"),
          send: say("admin.uploads.send"),
          empty: say("admin.uploads.facts.empty"),
          leave: say("admin.uploads.empty_leave"),
          leaveNote: say("admin.uploads.empty_leave_note"),
          clear: say("admin.uploads.empty_clear"),
          clearNote: say("admin.uploads.empty_clear_note"),
        }}
      />
    </AdminFrame>
  );
}
