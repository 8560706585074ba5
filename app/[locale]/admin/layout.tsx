import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Crossing } from "@/components/ui/crossing";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf } from "../locale";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export const metadata: Metadata = { robots: { index: false } };

export default async function AdminLayout({ params, children }: Props) {
  const { locale, say } = await localeOf(params);
  const path = pathIn(locale);
  return (
    <>
      <a
        href="#content"
        className="absolute start-4 top-2 z-10 -translate-y-24 bg-saffron px-4 py-2.5 font-semibold text-on-saffron focus:translate-y-0 print:hidden"
      >
        {say("layout.skip")}
      </a>
      <header className="flex items-center justify-between gap-4 bg-vault print:hidden px-[clamp(1rem,3vw,2.5rem)] text-on-vault lg:px-4">
        <a href={path("/admin")} className="flex min-h-11 items-center gap-2.5">
          <Crossing className="size-6 text-saffron" />
          <span className="display text-lg leading-none">{say("layout.name")}</span>
          <span className="text-sm text-on-vault-soft">{say("admin.name")}</span>
        </a>
        <a href={path("/")} className="flex min-h-11 items-center text-sm font-semibold hover:text-saffron">
          {say("admin.to_shop")}
        </a>
      </header>
      <main id="content" tabIndex={-1} className="flex grow outline-none">
        {children}
      </main>
    </>
  );
}
