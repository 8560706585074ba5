import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { PasswordForm } from "@/components/accounts/password-form";
import { ButtonLink } from "@/components/ui/button-link";
import { translator } from "@/lib/platform/messages";
import { leading } from "../../paths";
import { formWords, passwordWords } from "../../words";

export const instant = false;

type Props = PageProps<"/[locale]/sign-in/password">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.password_title"), robots: { index: false } };
}

export default async function PasswordPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const { next, path, onwards } = leading(locale, query);
  const words = {
    ...formWords(say),
    ...passwordWords(say),
    identifier: say("account.identifier"),
    identifierHint: say("account.identifier_hint"),
    password: say("account.password"),
    forgot: say("account.forgot"),
    factor: say("account.factor"),
    factorHint: say("account.factor_hint"),
    factorLead: say("account.factor_lead"),
    again: say("account.factor_again"),
    button: say("account.sign_in"),
  };
  return (
    <AccountPage title={say("account.password_title")}>
      <PasswordForm words={words} hidden={{ locale, next }} reset={path("/reset")} />
      <ButtonLink look="quiet" className="-mx-1" href={onwards("/sign-in")}>
        {say("account.use_code")}
      </ButtonLink>
    </AccountPage>
  );
}
