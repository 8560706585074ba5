import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { readProfile } from "@/lib/auth/profile/details";
import { type Say, translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";

export const instant = false;

type Props = PageProps<"/[locale]/sign-up/shop/status">;
type Shop = Awaited<ReturnType<typeof readProfile.call>>["shops"][number];

const tones = { pending: "warn", active: "good", paused: "plain", suspended: "bad", refused: "bad" } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("apply.status_title"), robots: { index: false } };
}

function ShopCard({ shop, say, href, settings }: { shop: Shop; say: Say; href: string; settings: string }) {
  const status = shop.status as keyof typeof tones;
  return (
    <Card className="stack-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 dir="auto" className="text-lg font-bold">
          {shop.name}
        </h2>
        <Badge tone={tones[status]}>{say(`apply.status.${status}`)}</Badge>
      </div>
      <p>{say(`apply.means.${status}`)}</p>
      {(status === "refused" || status === "suspended") && shop.reason && (
        <p className="border-s-4 border-bad bg-bad-soft px-4 py-3">
          <span className="block text-sm font-semibold">{say("apply.reason")}</span>
          <bdi>{shop.reason}</bdi>
        </p>
      )}
      {status === "pending" && (
        <>
          <h3 className="font-semibold">{say("apply.next")}</h3>
          <ol className="stack-2 list-decimal ps-6">
            <li>{say("apply.next_look")}</li>
            <li>{say("apply.next_tell")}</li>
            <li>{say("apply.next_open")}</li>
          </ol>
        </>
      )}
      <p className="flex flex-wrap gap-3">
        {(status === "active" || status === "paused") && (
          <ButtonLink look="secondary" href={href}>
            {say("apply.visit")}
          </ButtonLink>
        )}
        {shop.role === "owner" && (
          <ButtonLink look={status === "refused" ? "primary" : "secondary"} href={settings}>
            {say(status === "refused" ? "apply.again" : "apply.settings")}
          </ButtonLink>
        )}
      </p>
    </Card>
  );
}

/** Where the applications of the person stand. The gate lets nobody come here who is not signed in. */
export default async function StatusPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const path = pathIn(locale);
  const { shops } = await readProfile.call(await pageContext(locale), {});
  const united = Math.trunc(Number(query.united)) || 0;
  if (!shops.length) {
    return (
      <AccountPage title={say("apply.status_title")} wide>
        <EmptyState title={say("apply.none")} text={say("apply.none_hint")}>
          <ButtonLink href={path("/sign-up/shop")}>{say("apply.link")}</ButtonLink>
        </EmptyState>
      </AccountPage>
    );
  }
  return (
    <AccountPage title={say("apply.status_title")} wide>
      {united > 0 && (
        <Notice live="status">
          <p>{say("cart.united", { count: united })}</p>
          <ButtonLink look="quiet" className="-mx-1" href={path("/cart")}>
            {say("product.view_cart")}
          </ButtonLink>
        </Notice>
      )}
      {shops.map((shop) => (
        <ShopCard
          key={shop.handle}
          shop={shop}
          say={say}
          href={path(`/retailers/${shop.handle}`)}
          settings={path(`/admin/shop/${shop.id}`)}
        />
      ))}
      <p className="-mx-1 flex flex-wrap gap-x-6">
        <ButtonLink look="quiet" href={path("/profile")}>
          {say("layout.account_of")}
        </ButtonLink>
        <ButtonLink look="quiet" href={path("/sign-up/shop")}>
          {say("apply.another")}
        </ButtonLink>
      </p>
    </AccountPage>
  );
}
