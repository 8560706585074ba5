import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { IdentifierForm } from "@/components/accounts/code-forms";
import { ButtonLink } from "@/components/ui/button-link";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { formWords } from "../words";

export const instant = false;

type Props = PageProps<"/[locale]/reset">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("reset.title"), robots: { index: false } };
}

export default async function ResetPage({ params }: Props) {
  const { locale } = await params;
  const say = translator(locale);
  const words = {
    ...formWords(say),
    label: say("account.identifier"),
    hint: say("account.identifier_hint"),
    button: say("account.send"),
  };
  return (
    <AccountPage title={say("reset.title")} lead={<p>{say("reset.lead")}</p>}>
      <IdentifierForm words={words} hidden={{ locale }} purpose="reset" />
      <ButtonLink look="quiet" className="-mx-1" href={pathIn(locale)("/sign-in")}>
        {say("reset.rather_code")}
      </ButtonLink>
    </AccountPage>
  );
}
