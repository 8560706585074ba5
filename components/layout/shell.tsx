import type { ReactNode } from "react";
import type { Say } from "@/lib/platform/messages";
import { Footer } from "./footer";
import { Header } from "./header";

/** What stands around every page that a shopper sees. */
export function Shell({ locale, say, children }: { locale: string; say: Say; children: ReactNode }) {
  return (
    <>
      <a
        href="#content"
        className="absolute start-4 top-2 z-10 -translate-y-24 bg-saffron px-4 py-2.5 font-semibold text-on-saffron focus:translate-y-0"
      >
        {say("layout.skip")}
      </a>
      <Header locale={locale} say={say} />
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <Footer locale={locale} say={say} />
    </>
  );
}
