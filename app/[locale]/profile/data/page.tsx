import type { Metadata } from "next";
import { ProfileFrame } from "@/components/profile/frame";
import { ProfileForm } from "@/components/profile/profile-form";
import { Button } from "@/components/ui/button";
import { TitledCard } from "@/components/ui/titled-card";
import { askDeletion, removeAccount } from "@/lib/auth/profile/actions";
import { translator } from "@/lib/platform/messages";
import { codeField, profilePage } from "../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/data">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.views.data") };
}

export default async function DataPage(props: Props) {
  const { locale, say, path, query, words, frame } = await profilePage(props);
  const ask = { action: askDeletion, method: "POST", api: "/api/profile/deletion" } as const;
  const next = path("/profile/data?step=code&done=code_sent");
  return (
    <ProfileFrame {...frame} view="data" title={say("profile.views.data")}>
      <TitledCard title={say("profile.data.export")} className="stack-4">
        <p className="max-w-prose">{say("profile.data.export_lead")}</p>
        {/* Not a link: it leads to a file, the same in every language. */}
        <form action="/api/profile/export">
          <Button type="submit" look="secondary">
            {say("profile.data.download")}
          </Button>
        </form>
      </TitledCard>
      <TitledCard title={say("profile.data.delete")} className="stack-4">
        <p className="max-w-prose">{say("profile.data.delete_lead")}</p>
        {query.step === "code" ? (
          <>
            <ProfileForm
              door={{
                id: "delete",
                action: removeAccount,
                method: "PUT",
                api: "/api/profile/deletion",
                next: path("/"),
              }}
              locale={locale}
              look="danger"
              words={words(say("profile.data.delete_now"))}
              fields={[codeField(say)]}
            />
            <ProfileForm
              door={{ ...ask, id: "delete-again", next }}
              locale={locale}
              look="quiet"
              words={words(say("account.again"))}
            />
          </>
        ) : (
          <ProfileForm
            door={{ ...ask, id: "delete-ask", next }}
            locale={locale}
            look="secondary"
            words={words(say("profile.data.delete_ask"))}
          />
        )}
      </TitledCard>
    </ProfileFrame>
  );
}
