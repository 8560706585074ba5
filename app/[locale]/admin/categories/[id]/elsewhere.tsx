import { AdminForm } from "@/components/admin/admin-form";
import { lane } from "@/components/admin/category-table";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { joinCategories, putCategory } from "@/lib/catalog/categories/actions";
import { listKeptCategories } from "@/lib/catalog/categories/operations";
import type { KeptCategoryView } from "@/lib/catalog/categories/views";
import type { adminPage } from "../../admin-page";

type Props = { page: Awaited<ReturnType<typeof adminPage>>; category: KeptCategoryView };

/** Where a category may go: found by words, then moved there or merged into it. Two plain forms, one after the other. */
export async function Elsewhere({ page, category }: Props) {
  const { say, path, context, query, words, locale } = page;
  const { find } = query;
  const { items } = await listKeptCategories.call(context, { pageSize: 30, ...(find && { q: find }) });
  const inside = ({ id, above }: KeptCategoryView) =>
    id === category.id || above.some((each) => each.id === category.id);
  const homes = items.filter((each) => !inside(each));
  const options = homes.map((each) => ({ value: String(each.id), label: lane(each) }));
  const top = { value: "root", label: say("admin.categories.top") };
  const here = path(`/admin/categories/${category.id}`);
  const hidden = { id: String(category.id) };
  return (
    <section className="stack-4">
      <h2 className="text-lg font-semibold">{say("admin.categories.elsewhere")}</h2>
      <search>
        <Form
          action={`${here}#elsewhere`}
          method="get"
          id="elsewhere"
          className="flex max-w-xl flex-wrap items-end gap-3"
        >
          <div className="min-w-48 grow">
            <Field
              type="search"
              name="find"
              label={say("admin.categories.find")}
              hint={say("admin.categories.find_hint")}
              defaultValue={find ?? ""}
              dir="auto"
            />
          </div>
          <Button type="submit" look="secondary">
            {say("admin.categories.find_button")}
          </Button>
        </Form>
      </search>
      {find && homes.length === 0 && <p className="text-ink-soft">{say("admin.categories.found_nothing")}</p>}
      <AdminForm
        action={putCategory}
        locale={locale}
        next={`${here}?done=category_moved`}
        hidden={hidden}
        look="secondary"
        fields={[
          {
            kind: "select",
            name: "parentId",
            label: say("admin.categories.move_title"),
            options: category.parentId === null ? options : find ? [...options, top] : [top, ...options],
          },
        ]}
        words={words(say("admin.categories.move"), category.name)}
      />
      {options.length > 0 && (
        <AdminForm
          action={joinCategories}
          locale={locale}
          next={path("/admin/categories?done=category_merged")}
          hidden={hidden}
          look="secondary"
          fields={[
            {
              kind: "select",
              name: "into",
              label: say("admin.categories.merge_title"),
              hint: say("admin.categories.merge_hint"),
              options,
            },
          ]}
          words={words(say("admin.categories.merge"), category.name)}
        />
      )}
    </section>
  );
}
