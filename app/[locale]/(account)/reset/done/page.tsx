import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";

export const instant = false;

type Props = PageProps<"/[locale]/reset/done">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("reset.done_title"), robots: { index: false } };
}

export default async function ResetDonePage({ params }: Props) {
  const { locale } = await params;
  const say = translator(locale);
  return (
    <AccountPage title={say("reset.done_title")}>
      <Notice tone="good" live="status" title={say("reset.done_sessions")}>
        <p>{say("reset.done_next")}</p>
      </Notice>
      <ButtonLink wide href={pathIn(locale)("/sign-in/password")}>
        {say("account.sign_in")}
      </ButtonLink>
    </AccountPage>
  );
}
