import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { DragOrder } from "@/components/admin/pictures/drag-order";
import { LookAgain } from "@/components/admin/pictures/look-again";
import { PictureCard } from "@/components/admin/pictures/picture-card";
import { UploadForm } from "@/components/admin/pictures/upload-form";
import { largestFile, uploadProblem, uploadWords } from "@/components/admin/pictures/upload-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { readKeptProduct } from "@/lib/catalog/keeping/operations/list";
import { movePicture } from "@/lib/catalog/pictures/actions";
import { addPictures } from "@/lib/catalog/pictures/operations/add";
import { listPictures } from "@/lib/catalog/pictures/operations/keep";
import { mostAtOnce, mostPictures } from "@/lib/catalog/pictures/rules";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/products/[id]/pictures">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.pictures.title") };
}

export default async function PicturesPage(props: Props) {
  const { say, path, context, actor, frame, locale, query } = await adminPage(props, "products");
  const { id } = await props.params;
  const [product, { pictures }] = await Promise.all([
    readKeptProduct.call(context, { id: Number(id) }),
    listPictures.call(context, { id: Number(id) }),
  ]);
  const keeps = may(actor, addPictures);
  const here = path(`/admin/products/${product.id}/pictures`);
  const order = pictures.map((picture) => picture.id);
  const problem = uploadProblem(query, mostPictures, say);
  const waits = pictures.some(({ state }) => state === "making" || state === "fetching");
  return (
    <AdminFrame
      {...frame}
      title={say("admin.pictures.title")}
      lead={<bdi>{product.name}</bdi>}
      back={{ href: path(`/admin/products/${product.id}`), label: product.name }}
    >
      {problem && (
        <Notice tone="bad" live="alert">
          {problem}
        </Notice>
      )}
      {waits && (
        <Notice tone="plain">
          {say("admin.pictures.wait")}
          <LookAgain />
        </Notice>
      )}
      {keeps && (
        <section className="stack-2">
          <h2 className="text-lg font-semibold">{say("admin.pictures.add")}</h2>
          <UploadForm
            door={`/api/products/${product.id}/pictures`}
            next={`${here}?done=pictures_added`}
            back={here}
            most={mostAtOnce}
            largest={largestFile}
            words={uploadWords(say, mostAtOnce)}
          />
        </section>
      )}
      {pictures.length ? (
        <DragOrder
          key={order.join()}
          action={movePicture}
          locale={locale}
          id={id}
          next={`${here}?done=pictures_ordered`}
          hint={keeps && pictures.length > 1 ? say("admin.pictures.drag") : null}
          items={pictures.map((picture) => ({
            id: picture.id,
            node: (
              <PictureCard
                product={{ id, name: product.name }}
                picture={picture}
                order={order}
                say={say}
                locale={locale}
                here={here}
                keeps={keeps}
              />
            ),
          }))}
        />
      ) : (
        <EmptyState title={say("admin.pictures.none")} text={say("admin.pictures.none_hint")} />
      )}
    </AdminFrame>
  );
}
