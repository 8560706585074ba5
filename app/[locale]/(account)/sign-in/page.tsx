import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { IdentifierForm } from "@/components/accounts/code-forms";
import { ButtonLink } from "@/components/ui/button-link";
import { translator } from "@/lib/platform/messages";
import { leading } from "../paths";
import { formWords } from "../words";

export const instant = false;

type Props = PageProps<"/[locale]/sign-in">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.sign_in"), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const { next, path, onwards } = leading(locale, query);
  const toCheckout = next === path("/checkout");
  const words = {
    ...formWords(say),
    label: say("account.identifier"),
    hint: say("account.identifier_hint"),
    button: say("account.send"),
  };
  return (
    <AccountPage
      title={say("account.sign_in")}
      lead={<p>{say(toCheckout ? "checkout.sign_in_first" : "account.lead")}</p>}
    >
      <IdentifierForm words={words} hidden={{ locale, next }} purpose="sign-in" />
      <ButtonLink look="quiet" className="-mx-1" href={onwards("/sign-in/password")}>
        {say("account.use_password")}
      </ButtonLink>
      <section aria-labelledby="new" className="border-t border-line pt-6">
        <h2 id="new" className="font-semibold">
          {say("account.new_here")}
        </h2>
        <p className="-mx-1 flex flex-wrap gap-x-6">
          <ButtonLink look="quiet" href={onwards("/sign-up")}>
            {say("account.create")}
          </ButtonLink>
          <ButtonLink look="quiet" href={path("/sign-up/shop")}>
            {say("apply.link")}
          </ButtonLink>
        </p>
      </section>
    </AccountPage>
  );
}
