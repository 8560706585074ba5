import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RetailerPageView } from "@/components/retailers/retailer-view";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf, textOf } from "../../../../locale";
import { amountIn } from "../../../amounts";
import { cachedRetailer, retailerPage } from "../../../cached";

type Props = {
  params: Promise<{ locale: string; handle: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  const found = await cachedRetailer(textOf((await params).handle), locale);
  if (!found) notFound();
  return {
    title: say("catalog.continued", { name: found.shop.name }),
    alternates: { canonical: pathIn(locale)(`/retailers/${found.shop.handle}`) },
    robots: { index: false, follow: true },
  };
}

/** A shop's list from a cursor on; `/retailers/…?after=` leads here. */
export default async function LaterRetailerPage({ params, searchParams }: Props) {
  const { locale, say } = await localeOf(params);
  const { after } = await searchParams;
  const found = await retailerPage(textOf((await params).handle), locale, [after].flat()[0]);
  if (!found) notFound();
  return <RetailerPageView found={found} locale={locale} say={say} amount={amountIn(locale)} later />;
}
