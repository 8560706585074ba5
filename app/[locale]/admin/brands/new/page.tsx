import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { AdminFrame } from "@/components/admin/frame";
import { saveNewBrand } from "@/lib/catalog/brands/actions";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/brands/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.brands.new_title") };
}

export default async function NewBrandPage(props: Props) {
  const { say, path, words, frame, locale } = await adminPage(props, "brands");
  return (
    <AdminFrame
      {...frame}
      title={say("admin.brands.new_title")}
      back={{ href: path("/admin/brands"), label: say("admin.sections.brands") }}
    >
      <AdminForm
        action={saveNewBrand}
        locale={locale}
        next={path("/admin/brands?done=brand_saved")}
        fields={[{ kind: "text", name: "name", label: say("admin.brands.name"), dir: "auto", required: true }]}
        words={words(say("admin.add"))}
      />
    </AdminFrame>
  );
}
