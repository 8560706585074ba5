import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { AdminFrame } from "@/components/admin/frame";
import { PictureStrip } from "@/components/admin/pictures/strip";
import { ProductEditor } from "@/components/admin/products/product-editor";
import { ProductSheet } from "@/components/admin/products/product-sheet";
import { buttonClass } from "@/components/ui/button";
import { copyProduct, dropProduct, saveProduct } from "@/lib/catalog/keeping/actions";
import { duplicateProduct } from "@/lib/catalog/keeping/operations/add";
import { editProduct } from "@/lib/catalog/keeping/operations/edit";
import { readKeptProduct } from "@/lib/catalog/keeping/operations/list";
import { removeProduct } from "@/lib/catalog/keeping/operations/remove";
import { draftOf } from "@/lib/catalog/keeping/rules/draft";
import { listPictures } from "@/lib/catalog/pictures/operations/keep";
import { env } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../admin-page";
import { editorWords } from "../editor-words";

export const instant = false;

type Props = PageProps<"/[locale]/admin/products/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.products.edit_title") };
}

export default async function ProductPage(props: Props) {
  const { say, path, context, actor, query, words, frame, locale } = await adminPage(props, "products");
  const { id } = await props.params;
  const [product, { pictures }] = await Promise.all([
    readKeptProduct.call(context, { id: Number(id) }),
    listPictures.call(context, { id: Number(id) }),
  ]);
  const { category, status, slug, retailer } = product;
  const edits = may(actor, editProduct);
  return (
    <AdminFrame
      {...frame}
      title={product.name}
      lead={say("admin.products.of_shop", { shop: retailer.name })}
      back={{ href: path("/admin/products"), label: say("admin.sections.products") }}
      actions={
        <>
          {status === "published" && (
            <a href={path(`/products/${slug}`)} className={buttonClass({ look: "secondary" })}>
              {say("admin.products.on_shop")}
            </a>
          )}
          {may(actor, duplicateProduct) && (
            <AdminForm
              action={copyProduct}
              locale={locale}
              next={path("/admin/products")}
              hidden={{ id }}
              look="secondary"
              words={words(say("admin.products.duplicate"))}
            />
          )}
        </>
      }
    >
      <PictureStrip pictures={pictures} href={path(`/admin/products/${product.id}/pictures`)} keeps={edits} say={say} />
      {edits ? (
        <ProductEditor
          key={query.at ?? "opened"}
          action={saveProduct}
          locale={locale}
          id={product.id}
          draft={draftOf(product, { locale, currency: env.CHARSU_CURRENCY })}
          labels={category ? { [category.id]: category.names.join(" › ") } : {}}
          shops={null}
          words={editorWords(say, locale)}
          stockPath={path("/admin/stock/{id}")}
        />
      ) : (
        <ProductSheet product={product} say={say} path={path} locale={locale} />
      )}
      {may(actor, removeProduct) && (
        <section className="stack-2 max-w-xl border-t border-line pt-5">
          <h2 className="text-lg font-semibold">{say("admin.products.remove_title")}</h2>
          <p className="text-ink-soft">{say("admin.products.remove_hint")}</p>
          <AdminForm
            action={dropProduct}
            locale={locale}
            next={path("/admin/products")}
            hidden={{ id }}
            look="secondary"
            words={words(say("admin.remove"), product.name)}
          />
        </section>
      )}
    </AdminFrame>
  );
}
