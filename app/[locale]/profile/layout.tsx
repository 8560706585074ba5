import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { SinglePage } from "@/components/profile/single-page";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf } from "../locale";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export const metadata: Metadata = { robots: { index: false } };

export default async function ProfileLayout({ params, children }: Props) {
  const { locale, say } = await localeOf(params);
  const path = pathIn(locale);
  return (
    <Shell locale={locale} say={say}>
      <SinglePage
        root={path("/profile")}
        signIn={path("/sign-in")}
        words={{ failed: say("profile.failed"), loading: say("profile.loading") }}
      >
        {children}
      </SinglePage>
    </Shell>
  );
}
