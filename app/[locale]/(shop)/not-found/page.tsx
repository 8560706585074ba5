import type { Metadata } from "next";
import { NotFoundView } from "@/components/layout/not-found-view";
import { notFoundWords } from "@/components/layout/not-found-words";
import { localeOf } from "../../locale";

type Props = { params: Promise<{ locale: string }> };

export const ensureStatic = "navigation";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say } = await localeOf(params);
  return { title: say("notFound.title"), robots: { index: false } };
}

/**
 * The not-found page as HTML. For `notFound()` Next sends an empty shell that only a script fills; this one can be sent
 * in its place, with the status 404.
 */
export default async function NotFoundAsPage({ params }: Props) {
  const { locale, say } = await localeOf(params);
  return <NotFoundView words={notFoundWords(locale, say)} />;
}
