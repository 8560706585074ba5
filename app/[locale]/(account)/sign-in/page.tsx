import type { Metadata } from "next";
import { IdentifierForm } from "@/components/accounts/code-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { translator } from "@/lib/platform/messages";
import { pathIn, safePath } from "@/lib/platform/messages/paths";

export const instant = false;

export async function generateMetadata({ params }: PageProps<"/[locale]/sign-in">): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.sign_in"), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: PageProps<"/[locale]/sign-in">) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const next = safePath(String(query.next ?? ""), "");
  const toCheckout = next === pathIn(locale)("/checkout");
  const words = {
    title: say("errors.invalid"),
    label: say("account.identifier"),
    hint: say("account.identifier_hint"),
    button: say("account.send"),
    pending: say("account.sending"),
  };
  return (
    <div className="page stack-6 max-w-lg py-10">
      <PageHeading below={<p>{say(toCheckout ? "checkout.sign_in_first" : "account.lead")}</p>}>
        {say("account.sign_in")}
      </PageHeading>
      <IdentifierForm words={words} hidden={{ locale, next }} />
    </div>
  );
}
