import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { ButtonLink } from "@/components/ui/button-link";
import { translator } from "@/lib/platform/messages";
import { leading } from "../paths";
import { personWords } from "../words";

export const instant = false;

type Props = PageProps<"/[locale]/sign-up">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.create"), robots: { index: false } };
}

export default async function SignUpPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const { next, path, onwards } = leading(locale, query);
  return (
    <AccountPage title={say("account.create")} lead={<p>{say("account.create_lead")}</p>}>
      <SignUpForm words={{ ...personWords(say), button: say("account.continue") }} hidden={{ locale, next }} />
      <p className="flex flex-wrap gap-x-6 border-t border-line pt-4 *:-mx-1">
        <ButtonLink look="quiet" href={onwards("/sign-in")}>
          {say("account.have_one")}
        </ButtonLink>
        <ButtonLink look="quiet" href={path("/sign-up/shop")}>
          {say("apply.link")}
        </ButtonLink>
      </p>
    </AccountPage>
  );
}
