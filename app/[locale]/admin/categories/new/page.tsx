import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { lane } from "@/components/admin/category-table";
import { AdminFrame } from "@/components/admin/frame";
import { saveNewCategory } from "@/lib/catalog/categories/actions";
import { readCategory } from "@/lib/catalog/categories/operations";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/categories/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.categories.new_title") };
}

export default async function NewCategoryPage(props: Props) {
  const { say, path, context, query, words, frame, locale } = await adminPage(props, "categories");
  const asked = await readCategory.safe(context, { id: Number(query.parent) });
  const parent = asked.ok ? asked.data : null;
  const up = parent ? `/admin/categories/${parent.id}` : "/admin/categories";
  return (
    <AdminFrame
      {...frame}
      title={say("admin.categories.new_title")}
      back={{ href: path(up), label: parent ? parent.name : say("admin.sections.categories") }}
      {...(parent && { lead: `${say("admin.categories.parent")} ${lane(parent)}` })}
    >
      <AdminForm
        action={saveNewCategory}
        locale={locale}
        next={path(`${up}?done=category_saved`)}
        hidden={{ parentId: parent ? String(parent.id) : "root" }}
        fields={[{ kind: "text", name: "name", label: say("admin.categories.name"), dir: "auto", required: true }]}
        words={words(say("admin.add"))}
      />
    </AdminFrame>
  );
}
