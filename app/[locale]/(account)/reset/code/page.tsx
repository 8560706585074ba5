import type { Metadata } from "next";
import { ResetForm } from "@/components/accounts/new-password-forms";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { CodeStep, sentTo } from "../../code-step";
import { codeWords, passwordWords } from "../../words";

export const instant = false;

type Props = PageProps<"/[locale]/reset/code">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("reset.title"), robots: { index: false } };
}

export default async function ResetCodePage({ params }: Props) {
  const { locale } = await params;
  const say = translator(locale);
  const start = pathIn(locale)("/reset");
  const identifier = await sentTo(start);
  const { label: code, hint: codeHint, ...rest } = codeWords(say);
  const words = {
    ...rest,
    ...passwordWords(say),
    code,
    codeHint,
    password: say("account.new_password"),
    passwordHint: say("account.password_rules"),
    button: say("reset.button"),
  };
  return (
    <CodeStep
      say={say}
      title={say("reset.title")}
      lead={(address) => say("reset.code_lead", { address })}
      identifier={identifier}
      purpose="reset"
      hidden={{ locale }}
      back={{ href: start, label: say("account.other") }}
    >
      <ResetForm words={words} hidden={{ locale }} identifier={identifier} />
    </CodeStep>
  );
}
