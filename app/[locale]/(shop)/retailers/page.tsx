import type { Metadata } from "next";
import { RetailerCard } from "@/components/retailers/retailer-card";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf } from "../../locale";
import { cachedRetailers } from "../cached";

type Props = { params: Promise<{ locale: string }> };

export const ensureStatic = "navigation";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  return {
    title: say("retailer.list_title"),
    description: say("retailer.list_lead"),
    alternates: { canonical: pathIn(locale)("/retailers") },
  };
}

export default async function RetailersPage({ params }: Props) {
  const { locale, say } = await localeOf(params);
  const shops = await cachedRetailers();
  return (
    <div className="page stack-8 py-6 pb-20">
      <div className="stack-4">
        <Breadcrumb
          label={say("layout.trail")}
          steps={[{ name: say("layout.home"), href: pathIn(locale)("/") }, { name: say("layout.retailers") }]}
        />
        <PageHeading below={<p>{say("retailer.list_lead")}</p>}>{say("retailer.list_title")}</PageHeading>
      </div>
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {shops.map((shop, index) => (
          <li key={shop.id}>
            <RetailerCard shop={shop} locale={locale} say={say} level="h2" first={index === 0} />
          </li>
        ))}
      </ul>
    </div>
  );
}
