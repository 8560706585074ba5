import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CategoryPageView } from "@/components/catalog/category-view";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf, pathOf } from "../../../../locale";
import { cachedCategory, categoryPage } from "../../../cached";

type Props = {
  params: Promise<{ locale: string; path: string[] }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  const path = pathOf((await params).path);
  const found = await cachedCategory(path, locale);
  if (!found) notFound();
  return {
    title: say("catalog.continued", { name: found.category.name }),
    alternates: { canonical: pathIn(locale)(`/categories/${path}`) },
    robots: { index: false, follow: true },
  };
}

/** A category's list from a cursor on; `/categories/…?after=` leads here. */
export default async function LaterCategoryPage({ params, searchParams }: Props) {
  const { locale, say } = await localeOf(params);
  const { after } = await searchParams;
  const found = await categoryPage(pathOf((await params).path), locale, [after].flat()[0]);
  if (!found) notFound();
  return <CategoryPageView found={found} locale={locale} say={say} later />;
}
