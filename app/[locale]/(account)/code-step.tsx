import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AccountPage } from "@/components/accounts/account-page";
import { AgainForm } from "@/components/accounts/code-forms";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Told } from "@/components/ui/told";
import { identifierCookie } from "@/lib/auth/cookies";
import { env } from "@/lib/platform/env";
import type { Say } from "@/lib/platform/messages";
import { readablePhone } from "@/lib/platform/sms/countries";

/** Whom the code went to; without one the person begins at `start`. */
export async function sentTo(start: string): Promise<string> {
  const identifier = (await cookies()).get(identifierCookie)?.value;
  if (!identifier) redirect(start as never);
  return identifier;
}

type Props = {
  say: Say;
  title: string;
  /** The line below the title, around the address. */
  lead: (address: string) => string;
  identifier: string;
  purpose: "sign-in" | "reset";
  /** Sent along with the wish for another code. */
  hidden: Record<string, string>;
  /** Where another address may be given. */
  back: { href: string; label: string };
  children: ReactNode;
};

/** A page that asks for a code: the form, another code, another address. */
export function CodeStep({ say, title, lead, identifier, purpose, hidden, back, children }: Props) {
  return (
    <AccountPage
      title={title}
      lead={
        <p>
          <Told words={lead}>{readablePhone(identifier)}</Told>
        </p>
      }
    >
      {env.CHARSU_ENV === "demo" && (
        <Notice>
          <a
            href="/dev/outbox"
            className="-my-2 inline-flex min-h-11 items-center underline underline-offset-4"
            target="_blank"
            rel="noreferrer"
          >
            {say("account.demo")}
          </a>
        </Notice>
      )}
      {children}
      <div className="-mx-1 flex flex-wrap items-center gap-x-6">
        <AgainForm
          words={{ button: say("account.again"), pending: say("account.sending") }}
          hidden={hidden}
          identifier={identifier}
          purpose={purpose}
        />
        <Link
          href={back.href}
          className="inline-flex min-h-11 items-center px-1 font-semibold text-tile underline decoration-1 underline-offset-4"
        >
          {back.label}
        </Link>
      </div>
    </AccountPage>
  );
}
