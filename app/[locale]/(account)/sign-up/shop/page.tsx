import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { ShopForm } from "@/components/accounts/shop-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Told } from "@/components/ui/told";
import { homeCountry } from "@/lib/accounts/identifier";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { timeZones } from "@/lib/retailers/input";
import { pageContext } from "@/lib/web/action";
import { cachedRoots } from "../../../(shop)/cached";
import { countries } from "../../../countries";
import { partNames } from "../../../part-names";
import { shopWords } from "../../words";

export const instant = false;

type Props = PageProps<"/[locale]/sign-up/shop">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("apply.title"), robots: { index: false } };
}

export default async function ShopPage({ params }: Props) {
  const { locale } = await params;
  const say = translator(locale);
  const path = pathIn(locale);
  const context = await pageContext(locale);
  const [actor, roots] = await Promise.all([context.actor(), cachedRoots()]);
  const known = countries(locale);
  const applicant = actor.userId !== null && (
    <>
      <p>
        <Told words={(place) => say("apply.as", { name: place })}>{actor.name}</Told>
      </p>
      <p className="text-sm text-ink-soft">{say("apply.as_hint")}</p>
    </>
  );
  return (
    <AccountPage
      wide
      title={say("apply.title")}
      lead={
        <>
          <p>{say("apply.lead")}</p>
          {actor.userId === null && (
            <ButtonLink
              look="quiet"
              className="-mx-1"
              href={path(`/sign-in?next=${encodeURIComponent(path("/sign-up/shop"))}`)}
            >
              {say("apply.sign_in")}
            </ButtonLink>
          )}
        </>
      }
    >
      <ShopForm
        words={shopWords(say)}
        hidden={{ locale, next: path("/sign-up/shop/status") }}
        applicant={applicant || null}
        countries={known}
        country={homeCountry()}
        parts={partNames(
          known.map(({ code }) => code),
          say,
        )}
        trades={roots.map(({ name }) => name)}
        zones={timeZones}
      />
    </AccountPage>
  );
}
