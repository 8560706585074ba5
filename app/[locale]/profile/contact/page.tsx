import type { Metadata } from "next";
import { ProfileFrame } from "@/components/profile/frame";
import { ProfileForm } from "@/components/profile/profile-form";
import { Badge } from "@/components/ui/badge";
import { TitledCard } from "@/components/ui/titled-card";
import { Told } from "@/components/ui/told";
import { askContact, dropContact, proveContact } from "@/lib/auth/profile/actions";
import { readProfile } from "@/lib/auth/profile/details";
import { translator } from "@/lib/platform/messages";
import { readablePhone } from "@/lib/platform/sms/countries";
import { codeField, profilePage } from "../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/contact">;
type Given = Awaited<ReturnType<typeof profilePage>>;
type Way = { address: string; confirmed: boolean } | null;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.views.contact") };
}

const api = "/api/profile/contact";

/** The code that was sent to a new address, and another one. */
function Prove({ given: { locale, say, path, words }, to }: { given: Given; to: string }) {
  return (
    <TitledCard title={say("profile.contact.prove")} className="stack-4">
      <p>
        <Told words={(place) => say("profile.contact.prove_lead", { address: place })}>{readablePhone(to)}</Told>
      </p>
      <ProfileForm
        door={{ id: "prove", action: proveContact, method: "PUT", api, next: path("/profile/contact?done=contact") }}
        locale={locale}
        words={words(say("profile.contact.confirm"))}
        fields={[codeField(say)]}
      />
      <ProfileForm
        door={{ id: "again", action: askContact, method: "POST", api, next: path("/profile/contact?done=code_sent") }}
        locale={locale}
        look="quiet"
        hidden={{ [to.includes("@") ? "email" : "phone"]: to }}
        words={words(say("account.again"))}
      />
    </TitledCard>
  );
}

/** What there is of one kind, and another in its place. */
function Channel({ given, channel, way, last }: { given: Given; channel: "email" | "phone"; way: Way; last: boolean }) {
  const { locale, say, path, words } = given;
  return (
    <TitledCard title={say(`checkout.${channel}`)} className="stack-4">
      {way && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <bdi className="min-w-0 font-semibold wrap-anywhere">{readablePhone(way.address)}</bdi>
          <Badge tone={way.confirmed ? "good" : "warn"}>
            {say(way.confirmed ? "profile.contact.confirmed" : "profile.contact.unconfirmed")}
          </Badge>
          {!last && (
            <ProfileForm
              door={{
                id: `remove-${channel}`,
                action: dropContact,
                method: "DELETE",
                api: `${api}?channel=${channel}`,
                next: path("/profile/contact?done=contact_removed"),
              }}
              locale={locale}
              look="quiet"
              hidden={{ channel }}
              words={words(say("profile.remove"), way.address)}
            />
          )}
        </div>
      )}
      <ProfileForm
        door={{
          id: channel,
          action: askContact,
          method: "POST",
          api,
          next: path("/profile/contact?done=code_sent"),
        }}
        locale={locale}
        look="secondary"
        words={words(say("profile.contact.send"))}
        fields={[
          {
            kind: "text",
            type: channel === "email" ? "email" : "tel",
            name: channel,
            label: say(`profile.contact.${way ? "new" : "add"}_${channel}`),
            ...(channel === "phone" ? { hint: say("profile.contact.phone_hint") } : {}),
            autoComplete: channel === "email" ? "email" : "tel",
            dir: "ltr",
            required: true,
          },
        ]}
      />
    </TitledCard>
  );
}

export default async function ContactPage(props: Props) {
  const given = await profilePage(props);
  const { say, context, frame } = given;
  const { contact } = await readProfile.call(context, {});
  const { email, phone, unconfirmed } = contact;
  return (
    <ProfileFrame
      {...frame}
      view="contact"
      title={say("profile.views.contact")}
      below={<p>{say("profile.contact.lead")}</p>}
    >
      {unconfirmed && <Prove given={given} to={unconfirmed} />}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Channel given={given} channel="email" way={email} last={!phone?.confirmed} />
        <Channel given={given} channel="phone" way={phone} last={!email?.confirmed} />
      </div>
    </ProfileFrame>
  );
}
