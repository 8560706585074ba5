import type { Metadata } from "next";
import { CodeForm } from "@/components/accounts/code-forms";
import { translator } from "@/lib/platform/messages";
import { CodeStep, sentTo } from "../../code-step";
import { leading } from "../../paths";
import { codeWords } from "../../words";

export const instant = false;

type Props = PageProps<"/[locale]/sign-up/code">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.confirm_title"), robots: { index: false } };
}

export default async function ConfirmPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const { next, path, onwards } = leading(locale, query);
  const applies = next === path("/sign-up/shop/status");
  const start = applies ? path("/sign-up/shop") : onwards("/sign-up");
  const identifier = await sentTo(start);
  return (
    <CodeStep
      say={say}
      title={say("account.confirm_title")}
      lead={(address) => say("account.code_lead", { address })}
      identifier={identifier}
      purpose="sign-in"
      hidden={{ locale, next, step: "sign-up" }}
      back={{ href: start, label: say("account.start_again") }}
    >
      <CodeForm
        words={{ ...codeWords(say), button: say(applies ? "apply.confirm" : "account.confirm") }}
        hidden={{ locale, next }}
        identifier={identifier}
      />
    </CodeStep>
  );
}
