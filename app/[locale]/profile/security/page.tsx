import type { Metadata } from "next";
import { ProfileFrame } from "@/components/profile/frame";
import { ProfileForm } from "@/components/profile/profile-form";
import { TwoFactorSetup } from "@/components/profile/two-factor-setup";
import { Badge } from "@/components/ui/badge";
import { TitledCard } from "@/components/ui/titled-card";
import { savePassword, startSecondFactor, stopSecondFactor, turnOnSecondFactor } from "@/lib/auth/profile/actions";
import { readProfile } from "@/lib/auth/profile/details";
import { readTwoFactor } from "@/lib/auth/profile/two-factor";
import { translator } from "@/lib/platform/messages";
import { passwordWords } from "../../(account)/words";
import { profilePage } from "../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/security">;
type Given = Awaited<ReturnType<typeof profilePage>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.views.security") };
}

function Password({ given: { locale, say, path, words }, known }: { given: Given; known: boolean }) {
  const field = { kind: "text", dir: "auto", required: true, turn: passwordWords(say) } as const;
  return (
    <TitledCard title={say(known ? "profile.security.change" : "profile.security.set")} className="stack-4">
      <p className="max-w-prose text-ink-soft">{say("profile.security.password_lead")}</p>
      <ProfileForm
        door={{
          id: "password",
          action: savePassword,
          method: "PUT",
          api: "/api/profile/password",
          next: path("/profile/security?done=password"),
        }}
        locale={locale}
        words={words(say("profile.security.save"))}
        fields={[
          ...(known
            ? [
                {
                  ...field,
                  name: "current",
                  label: say("profile.security.current"),
                  autoComplete: "current-password",
                },
              ]
            : []),
          {
            ...field,
            name: "password",
            label: say("profile.security.new"),
            hint: say("profile.security.new_hint"),
            autoComplete: "new-password",
          },
        ]}
      />
    </TitledCard>
  );
}

async function SecondFactor({ given: { locale, say, path, context, words } }: { given: Given }) {
  const { on, recoveryCodes } = await readTwoFactor.call(context, {});
  const api = "/api/profile/two-factor";
  const lead = <p className="max-w-prose text-ink-soft">{say("profile.security.factor_lead")}</p>;
  const factorOn = (
    <>
      {lead}
      <p>{say("profile.security.codes_left", { count: recoveryCodes })}</p>
      <ProfileForm
        door={{
          id: "two-factor-off",
          action: stopSecondFactor,
          method: "POST",
          api: `${api}/disable`,
          next: path("/profile/security?done=two_factor_off"),
        }}
        locale={locale}
        look="secondary"
        words={words(say("profile.security.turn_off"))}
        fields={[
          {
            kind: "text",
            name: "code",
            label: say("account.code"),
            hint: say("profile.security.code_or_recovery"),
            autoComplete: "one-time-code",
            dir: "ltr",
            required: true,
          },
        ]}
      />
    </>
  );
  return (
    <TitledCard
      className="stack-4"
      title={
        <span className="flex flex-wrap items-center gap-3">
          {say("profile.security.factor")}
          {on && <Badge tone="good">{say("profile.security.on")}</Badge>}
        </span>
      }
    >
      <TwoFactorSetup
        on={on ? factorOn : null}
        start={{
          id: "two-factor-start",
          action: startSecondFactor,
          method: "POST",
          api,
          next: path("/profile/security"),
        }}
        confirm={{
          id: "two-factor-confirm",
          action: turnOnSecondFactor,
          method: "POST",
          api: `${api}/confirm`,
          next: path("/profile/security"),
        }}
        locale={locale}
        words={{
          problem: say("errors.invalid"),
          pending: say("profile.saving"),
          start: say("profile.security.turn_on"),
          scan: say("profile.security.scan"),
          qr: say("profile.security.qr"),
          type: say("profile.security.type"),
          here: say("profile.security.here"),
          code: say("account.code"),
          codeHint: say("profile.security.app_code"),
          confirm: say("profile.contact.confirm"),
          codes: say("profile.security.codes"),
          codesHint: say("profile.security.codes_hint"),
          continue: say("profile.security.kept"),
        }}
      >
        <p className="mb-4">
          <Badge tone="warn">{say("profile.security.off")}</Badge>
        </p>
        {lead}
      </TwoFactorSetup>
    </TitledCard>
  );
}

export default async function SecurityPage(props: Props) {
  const given = await profilePage(props);
  const { hasPassword } = await readProfile.call(given.context, {});
  return (
    <ProfileFrame {...given.frame} view="security" title={given.say("profile.views.security")}>
      <Password given={given} known={hasPassword} />
      {given.roles.length > 0 && <SecondFactor given={given} />}
    </ProfileFrame>
  );
}
