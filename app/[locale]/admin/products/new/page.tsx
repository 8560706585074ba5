import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { ProductEditor } from "@/components/admin/products/product-editor";
import { saveProduct } from "@/lib/catalog/keeping/actions";
import { listOwnShops } from "@/lib/catalog/keeping/operations/list";
import { emptyDraft } from "@/lib/catalog/keeping/rules/draft";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../admin-page";
import { editorWords } from "../editor-words";

export const instant = false;

type Props = PageProps<"/[locale]/admin/products/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.products.new_title") };
}

export default async function NewProductPage(props: Props) {
  const { say, path, context, query, frame, locale } = await adminPage(props, "products");
  const shops = await listOwnShops.call(context, {});
  return (
    <AdminFrame
      {...frame}
      title={say("admin.products.new_title")}
      back={{ href: path("/admin/products"), label: say("admin.sections.products") }}
    >
      <ProductEditor
        action={saveProduct}
        locale={locale}
        id={null}
        draft={emptyDraft(query.retailer ?? shops?.[0]?.handle ?? "")}
        labels={{}}
        shops={shops}
        words={editorWords(say, locale)}
        stockPath={path("/admin/stock/{id}")}
      />
    </AdminFrame>
  );
}
