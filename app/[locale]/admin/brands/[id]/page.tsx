import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { AdminFrame } from "@/components/admin/frame";
import { dropBrand, saveBrand } from "@/lib/catalog/brands/actions";
import { editBrand, readBrand, removeBrand } from "@/lib/catalog/brands/operations";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/brands/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.brands.edit_title") };
}

export default async function BrandPage(props: Props) {
  const { say, path, context, actor, words, frame, locale } = await adminPage(props, "brands");
  const { id } = await props.params;
  const brand = await readBrand.call(context, { id: Number(id) });
  const hidden = { id };
  return (
    <AdminFrame
      {...frame}
      title={brand.name}
      back={{ href: path("/admin/brands"), label: say("admin.sections.brands") }}
      lead={say("admin.brands.remove_hint", { count: brand.products })}
    >
      {may(actor, editBrand) && (
        <AdminForm
          action={saveBrand}
          locale={locale}
          next={path("/admin/brands?done=brand_saved")}
          hidden={hidden}
          fields={[
            {
              kind: "text",
              name: "name",
              label: say("admin.brands.name"),
              value: brand.name,
              dir: "auto",
              required: true,
            },
            {
              kind: "text",
              name: "slug",
              label: say("admin.brands.slug"),
              hint: say("admin.brands.slug_hint"),
              value: brand.slug,
              required: true,
            },
          ]}
          words={words(say("admin.save"))}
        />
      )}
      {may(actor, removeBrand) && (
        <section className="stack-2 max-w-xl border-t border-line pt-5">
          <h2 className="text-lg font-semibold">{say("admin.brands.remove_title")}</h2>
          <AdminForm
            action={dropBrand}
            locale={locale}
            next={path("/admin/brands?done=brand_removed")}
            hidden={hidden}
            look="secondary"
            words={words(say("admin.remove"), brand.name)}
          />
        </section>
      )}
    </AdminFrame>
  );
}
