import type { Metadata } from "next";
import { ProfileFrame } from "@/components/profile/frame";
import { ProfileForm } from "@/components/profile/profile-form";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { dropAddress, preferAddress } from "@/lib/accounts/addresses/actions";
import { listAddresses } from "@/lib/accounts/addresses/operations";
import { translator } from "@/lib/platform/messages";
import { profilePage } from "../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/addresses">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.views.addresses") };
}

export default async function AddressesPage(props: Props) {
  const { locale, say, path, context, words, frame } = await profilePage(props);
  const { items } = await listAddresses.call(context, { pageSize: 100 });
  const add = (
    <a href={path("/profile/addresses/new")} className={buttonClass({ look: items.length ? "secondary" : "primary" })}>
      {say("profile.addresses.add")}
    </a>
  );
  return (
    <ProfileFrame
      {...frame}
      view="addresses"
      title={say("profile.views.addresses")}
      below={items.length > 0 && <p>{say("profile.addresses.lead")}</p>}
    >
      {items.length === 0 ? (
        <EmptyState title={say("profile.addresses.empty")} text={say("profile.addresses.empty_hint")}>
          {add}
        </EmptyState>
      ) : (
        <>
          <ul className="grid gap-4 xl:grid-cols-2">
            {items.map(({ id, lines: [first, ...lines], phone, isDefault, line1 }) => (
              <li key={id} className="grid grid-cols-1">
                <Card className="flex flex-col gap-3">
                  <address className="grow wrap-anywhere not-italic">
                    <span className="flex items-start justify-between gap-4 font-semibold">
                      <bdi className="min-w-0">{first}</bdi>
                      {isDefault && (
                        <span className="shrink-0 wrap-normal">
                          <Badge tone="good">{say("profile.addresses.default")}</Badge>
                        </span>
                      )}
                    </span>
                    {[...lines, phone].filter(Boolean).map((line) => (
                      <span key={line} className="block">
                        <bdi>{line}</bdi>
                      </span>
                    ))}
                  </address>
                  <div className="flex flex-wrap items-start gap-x-7 border-t border-line pt-2">
                    <a href={path(`/profile/addresses/${id}`)} className={`${buttonClass({ look: "quiet" })} -mx-1`}>
                      {say("profile.edit")}{" "}
                      <span dir="auto" className="sr-only">
                        {line1}
                      </span>
                    </a>
                    {!isDefault && (
                      <ProfileForm
                        door={{
                          id: `default-${id}`,
                          action: preferAddress,
                          method: "POST",
                          api: `/api/profile/addresses/${id}/default`,
                          next: path("/profile/addresses?done=address_default"),
                        }}
                        locale={locale}
                        hidden={{ id: String(id) }}
                        look="quiet"
                        words={words(say("profile.addresses.make_default"), line1)}
                      />
                    )}
                    <ProfileForm
                      door={{
                        id: `remove-${id}`,
                        action: dropAddress,
                        method: "DELETE",
                        api: `/api/profile/addresses/${id}`,
                        next: path("/profile/addresses?done=address_removed"),
                      }}
                      locale={locale}
                      hidden={{ id: String(id) }}
                      look="quiet"
                      sure={{
                        question: say("profile.addresses.remove_sure"),
                        yes: say("profile.addresses.remove_yes"),
                      }}
                      words={words(say("profile.remove"), line1)}
                    />
                  </div>
                </Card>
              </li>
            ))}
          </ul>
          <p>{add}</p>
        </>
      )}
    </ProfileFrame>
  );
}
