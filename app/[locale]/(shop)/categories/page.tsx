import type { Metadata } from "next";
import { LaneList } from "@/components/catalog/lane-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf } from "../../locale";
import { cachedRoots } from "../cached";

type Props = { params: Promise<{ locale: string }> };

export const ensureStatic = "navigation";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  return {
    title: say("catalog.all_title"),
    description: say("catalog.all_lead"),
    alternates: { canonical: pathIn(locale)("/categories") },
  };
}

export default async function CategoriesPage({ params }: Props) {
  const { locale, say } = await localeOf(params);
  const roots = await cachedRoots();
  return (
    <div className="page stack-8 py-6 pb-20">
      <div className="stack-4">
        <Breadcrumb
          label={say("layout.trail")}
          steps={[{ name: say("layout.home"), href: pathIn(locale)("/") }, { name: say("layout.categories") }]}
        />
        <PageHeading below={<p>{say("catalog.all_lead")}</p>}>{say("catalog.all_title")}</PageHeading>
      </div>
      <LaneList categories={roots} locale={locale} say={say} />
    </div>
  );
}
