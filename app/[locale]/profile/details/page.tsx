import type { Metadata } from "next";
import { ProfileFrame } from "@/components/profile/frame";
import { ProfileForm } from "@/components/profile/profile-form";
import { saveDetails } from "@/lib/auth/profile/actions";
import { readProfile } from "@/lib/auth/profile/details";
import { locales, translator } from "@/lib/platform/messages";
import { profilePage } from "../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/details">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.views.details") };
}

/** A language in its own words. */
const languageName = (locale: string) => new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;

export default async function DetailsPage(props: Props) {
  const { locale, say, path, context, words, frame } = await profilePage(props);
  const profile = await readProfile.call(context, {});
  const languages = locales();
  return (
    <ProfileFrame {...frame} view="details" title={say("profile.views.details")}>
      <ProfileForm
        door={{
          id: "details",
          action: saveDetails,
          method: "PATCH",
          api: "/api/profile",
          next: path("/profile/details?done=details"),
        }}
        locale={locale}
        words={words(say("profile.save"))}
        fields={[
          {
            kind: "text",
            name: "name",
            label: say("checkout.name"),
            hint: say("profile.details.name_hint"),
            value: profile.user.name,
            autoComplete: "name",
            dir: "auto",
            required: true,
          },
          ...(languages.length > 1
            ? [
                {
                  kind: "select" as const,
                  name: "locale",
                  label: say("profile.details.language"),
                  hint: say("profile.details.language_hint"),
                  value: profile.locale ?? locale,
                  options: languages.map((each) => ({ value: each, label: languageName(each) })),
                },
              ]
            : []),
        ]}
      />
    </ProfileFrame>
  );
}
