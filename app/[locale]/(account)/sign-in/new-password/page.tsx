import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { ChooseForm } from "@/components/accounts/new-password-forms";
import { SignOut } from "@/components/accounts/sign-out";
import { Told } from "@/components/ui/told";
import { translator } from "@/lib/platform/messages";
import { pageContext } from "@/lib/web/action";
import { leading } from "../../paths";
import { formWords, passwordWords } from "../../words";

export const instant = false;

type Props = PageProps<"/[locale]/sign-in/new-password">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.choose_title"), robots: { index: false } };
}

/** For whoever signed in with a password that staff made. The gate lets nobody else come here. */
export default async function NewPasswordPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const { next } = leading(locale, query);
  const { mustChange } = await (await pageContext(locale)).actor();
  const name = mustChange?.name ?? "";
  const words = {
    ...formWords(say),
    ...passwordWords(say),
    current: say("account.current_password"),
    password: say("account.new_password"),
    passwordHint: say("account.password_rules"),
    button: say("account.choose"),
  };
  return (
    <AccountPage title={say("account.choose_title")} lead={<p>{say("account.choose_lead")}</p>}>
      <ChooseForm words={words} hidden={{ locale, next }} />
      <div className="border-t border-line pt-6">
        <SignOut
          locale={locale}
          who={<Told words={(place) => say("account.signed_in_as", { name: place })}>{name}</Told>}
          label={say("account.sign_out")}
        />
      </div>
    </AccountPage>
  );
}
