import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CategoryPageView } from "@/components/catalog/category-view";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf, pathOf, placeholder } from "../../../locale";
import { cachedCategory } from "../../cached";

type Props = { params: Promise<{ locale: string; path: string[] }> };

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ path: [placeholder] }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  const found = await cachedCategory(pathOf((await params).path), locale);
  if (!found) notFound();
  const { name, path, products } = found.category;
  return {
    title: name,
    description: say("catalog.description", { name, count: products }),
    alternates: { canonical: pathIn(locale)(`/categories/${path}`) },
  };
}

export default async function CategoryPage({ params }: Props) {
  const { locale, say } = await localeOf(params);
  const found = await cachedCategory(pathOf((await params).path), locale);
  if (!found) notFound();
  return <CategoryPageView found={found} locale={locale} say={say} />;
}
