import { BannerForm } from "@/components/admin/pictures/banner-form";
import { readBanner, setBanner } from "@/lib/catalog/pictures/operations/banner";
import type { KeptRetailerView } from "@/lib/retailers/keeping/views";
import { may } from "@/lib/web/operation";
import type { adminPage } from "../admin-page";

type Props = Pick<Awaited<ReturnType<typeof adminPage>>, "context" | "actor" | "query" | "locale" | "say"> & {
  shop: KeptRetailerView;
  here: string;
};

/** The picture at the top of a shop's page, on the page of its profile. */
export async function ShopBanner({ shop, here, context, actor, query, locale, say }: Props) {
  const banner = await readBanner.call(context, { id: shop.id });
  return (
    <BannerForm
      banner={banner}
      hue={shop.hue}
      locale={locale}
      say={say}
      here={here}
      query={query}
      keeps={may(actor, setBanner)}
    />
  );
}
