import type { Metadata } from "next";
import { Faces } from "@/components/layout/faces";
import { NotFoundView } from "@/components/layout/not-found-view";
import { notFoundWords } from "@/components/layout/not-found-words";
import { env } from "@/lib/platform/env";
import { direction, translator } from "@/lib/platform/messages";
import "./globals.css";

const locale = env.CHARSU_LOCALE;
const say = translator(locale);

export const metadata: Metadata = { title: `${say("notFound.title")} – ${say("layout.name")}` };

/** For addresses outside of every locale. Made at build time, without a layout. */
export default function GlobalNotFound() {
  return (
    <html lang={locale} dir={direction(locale)}>
      <body>
        <Faces />
        <main className="grid grow place-content-center">
          <NotFoundView words={notFoundWords(locale, say)} />
        </main>
      </body>
    </html>
  );
}
