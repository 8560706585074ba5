import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { CategoryTable } from "@/components/admin/category-table";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { buttonClass } from "@/components/ui/button";
import { dropCategory, saveCategory } from "@/lib/catalog/categories/actions";
import {
  addCategory,
  editCategory,
  listKeptCategories,
  readCategory,
  removeCategory,
} from "@/lib/catalog/categories/operations";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../admin-page";
import { Elsewhere } from "./elsewhere";

export const instant = false;

type Props = PageProps<"/[locale]/admin/categories/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.categories.edit_title") };
}

export default async function CategoryPage(props: Props) {
  const page = await adminPage(props, "categories");
  const { say, path, context, actor, query, words, frame, locale } = page;
  const { id } = await props.params;
  const category = await readCategory.call(context, { id: Number(id) });
  const { after } = query;
  const parts = await listKeptCategories.call(context, { parentId: category.id, ...(after && { after }) });
  const here = path(`/admin/categories/${id}`);
  const parent = category.above.at(-1);
  const empty = category.children === 0 && category.products === 0;
  const hidden = { id };
  return (
    <AdminFrame
      {...frame}
      title={category.name}
      back={
        parent
          ? { href: path(`/admin/categories/${parent.id}`), label: parent.name }
          : { href: path("/admin/categories"), label: say("admin.sections.categories") }
      }
      lead={say("admin.categories.count", { parts: category.children, products: category.products })}
      actions={
        may(actor, addCategory) && (
          <a href={path(`/admin/categories/new?parent=${id}`)} className={buttonClass({ look: "secondary" })}>
            {say("admin.categories.add_part")}
          </a>
        )
      }
    >
      {parts.items.length > 0 && (
        <section className="stack-2">
          <h2 className="text-lg font-semibold">{say("admin.categories.parts_title")}</h2>
          <CategoryTable locale={locale} say={say} caption={say("admin.categories.parts_title")} rows={parts.items} />
          <Pager say={say} action={here} query={{}} after={after} next={parts.page.next} />
        </section>
      )}
      {may(actor, editCategory) && (
        <div className="grid items-start gap-x-12 gap-y-8 xl:grid-cols-2">
          <section className="stack-4">
            <h2 className="text-lg font-semibold">{say("admin.categories.edit")}</h2>
            <AdminForm
              action={saveCategory}
              locale={locale}
              next={`${here}?done=category_saved`}
              hidden={hidden}
              fields={[
                {
                  kind: "text",
                  name: "name",
                  label: say("admin.categories.name"),
                  value: category.name,
                  dir: "auto",
                  required: true,
                },
                {
                  kind: "text",
                  name: "slug",
                  label: say("admin.categories.slug"),
                  hint: say("admin.categories.slug_hint"),
                  value: category.slug,
                  required: true,
                },
                {
                  kind: "text",
                  name: "position",
                  label: say("admin.categories.position"),
                  hint: say("admin.categories.position_hint"),
                  value: String(category.position),
                  inputMode: "numeric",
                },
              ]}
              words={words(say("admin.save"))}
            />
          </section>
          <Elsewhere page={page} category={category} />
        </div>
      )}
      {empty && may(actor, removeCategory) && (
        <section className="stack-2 max-w-xl border-t border-line pt-5">
          <h2 className="text-lg font-semibold">{say("admin.categories.remove_title")}</h2>
          <p className="text-ink-soft">{say("admin.categories.remove_hint")}</p>
          <AdminForm
            action={dropCategory}
            locale={locale}
            next={path("/admin/categories?done=category_removed")}
            hidden={hidden}
            look="secondary"
            words={words(say("admin.categories.remove"), category.name)}
          />
        </section>
      )}
    </AdminFrame>
  );
}
