import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { AgainForm, CodeForm } from "@/components/accounts/code-forms";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { identifierCookie } from "@/lib/auth/cookies";
import { env } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { pathIn, safePath } from "@/lib/platform/messages/paths";

export const instant = false;

export async function generateMetadata({ params }: PageProps<"/[locale]/sign-in/code">): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("account.code_title"), robots: { index: false } };
}

export default async function CodePage({ params, searchParams }: PageProps<"/[locale]/sign-in/code">) {
  const [{ locale }, query, jar] = await Promise.all([params, searchParams, cookies()]);
  const say = translator(locale);
  const path = pathIn(locale);
  const identifier = jar.get(identifierCookie)?.value;
  if (!identifier) redirect(path("/sign-in"));
  const hidden = { locale, next: safePath(String(query.next ?? ""), "") };
  const words = {
    title: say("errors.invalid"),
    label: say("account.code"),
    hint: say("account.code_hint"),
    button: say("account.verify"),
    pending: say("account.sending"),
  };
  return (
    <div className="page stack-6 max-w-lg py-10">
      <PageHeading below={<p dir="auto">{say("account.code_lead", { address: identifier })}</p>}>
        {say("account.code_title")}
      </PageHeading>
      {env.CHARSU_ENV === "demo" && (
        <Notice>
          <a href="/dev/outbox" className="underline underline-offset-4" target="_blank" rel="noreferrer">
            {say("account.demo")}
          </a>
        </Notice>
      )}
      <CodeForm words={words} hidden={hidden} identifier={identifier} />
      <div className="flex flex-wrap items-center gap-x-6">
        <AgainForm
          words={{ button: say("account.again"), pending: say("account.sending") }}
          hidden={hidden}
          identifier={identifier}
        />
        <Link
          href={`${path("/sign-in")}${hidden.next ? `?next=${encodeURIComponent(hidden.next)}` : ""}`}
          className="inline-flex min-h-11 items-center px-1 font-semibold text-tile underline decoration-1 underline-offset-4"
        >
          {say("account.other")}
        </Link>
      </div>
    </div>
  );
}
