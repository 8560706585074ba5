import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RetailerPageView } from "@/components/retailers/retailer-view";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf, placeholder, textOf } from "../../../locale";
import { amountIn } from "../../amounts";
import { cachedRetailer } from "../../cached";

type Props = { params: Promise<{ locale: string; handle: string }> };

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ handle: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  const found = await cachedRetailer(textOf((await params).handle), locale);
  if (!found) notFound();
  const { name, tagline, handle, address } = found.shop;
  return {
    title: name,
    description: say("retailer.description", { name, tagline, city: address.city }),
    alternates: { canonical: pathIn(locale)(`/retailers/${handle}`) },
  };
}

export default async function RetailerPage({ params }: Props) {
  const { locale, say } = await localeOf(params);
  const found = await cachedRetailer(textOf((await params).handle), locale);
  if (!found) notFound();
  return <RetailerPageView found={found} locale={locale} say={say} amount={amountIn(locale)} />;
}
