import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductPageView } from "@/components/catalog/product-view";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf, placeholder, textOf } from "../../../locale";
import { amountIn } from "../../amounts";
import { cachedProduct } from "../../cached";

type Props = { params: Promise<{ locale: string; slug: string }> };

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ slug: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  const found = await cachedProduct(textOf((await params).slug), locale);
  if (!found) notFound();
  const { name, slug, price, retailer, image } = found.product;
  const description = say("product.description", { name, shop: retailer.name, price: price.formatted });
  return {
    title: name,
    description,
    alternates: { canonical: pathIn(locale)(`/products/${slug}`) },
    openGraph: { title: name, description, ...(image && { images: [image] }) },
  };
}

export default async function ProductPage({ params }: Props) {
  const { locale, say } = await localeOf(params);
  const found = await cachedProduct(textOf((await params).slug), locale);
  if (!found) notFound();
  return <ProductPageView {...found} locale={locale} say={say} amount={amountIn(locale)} />;
}
