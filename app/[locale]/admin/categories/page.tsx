import type { Metadata } from "next";
import { CategoryTable } from "@/components/admin/category-table";
import { Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { addCategory, listKeptCategories } from "@/lib/catalog/categories/operations";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/categories">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.categories") };
}

export default async function CategoriesPage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "categories");
  const { q, after } = query;
  const { items, page } = await listKeptCategories.call(context, { ...(q && { q }), ...(after && { after }) });
  const action = path("/admin/categories");
  const add = may(actor, addCategory) && (
    <a href={path("/admin/categories/new")} className={buttonClass({})}>
      {say("admin.categories.add")}
    </a>
  );
  return (
    <AdminFrame {...frame} title={say("admin.categories.title")} lead={say("admin.categories.lead")} actions={add}>
      <Filters
        action={action}
        say={say}
        values={query}
        filters={[{ kind: "search", name: "q", label: say("admin.categories.search") }]}
      />
      {items.length ? (
        <CategoryTable
          locale={locale}
          say={say}
          caption={say("admin.categories.title")}
          rows={items}
          whole={Boolean(q)}
        />
      ) : (
        <EmptyState
          title={say(q ? "admin.categories.nothing" : "admin.categories.empty")}
          {...(!q && { text: say("admin.categories.empty_hint") })}
        />
      )}
      <Pager say={say} action={action} query={{ q }} after={after} next={page.next} />
    </AdminFrame>
  );
}
