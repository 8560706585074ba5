import type { Metadata } from "next";
import { CodeForm } from "@/components/accounts/code-forms";
import { translator } from "@/lib/platform/messages";
import { CodeStep, sentTo } from "../../code-step";
import { leading } from "../../paths";
import { codeWords } from "../../words";

export const instant = false;

type Props = PageProps<"/[locale]/sign-in/code">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.code_title"), robots: { index: false } };
}

export default async function CodePage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const { next, onwards } = leading(locale, query);
  const identifier = await sentTo(onwards("/sign-in"));
  const hidden = { locale, next };
  return (
    <CodeStep
      say={say}
      title={say("account.code_title")}
      lead={(address) => say("account.code_lead", { address })}
      identifier={identifier}
      purpose="sign-in"
      hidden={hidden}
      back={{ href: onwards("/sign-in"), label: say("account.other") }}
    >
      <CodeForm words={{ ...codeWords(say), button: say("account.verify") }} hidden={hidden} identifier={identifier} />
    </CodeStep>
  );
}
