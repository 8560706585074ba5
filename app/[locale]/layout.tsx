import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Faces } from "@/components/layout/faces";
import { ProblemWordsAtHand } from "@/components/layout/problem-words";
import { env } from "@/lib/platform/env";
import { direction } from "@/lib/platform/messages";
import { problemWords } from "@/lib/platform/messages/problem-words";
import "../globals.css";
import { localeOf, placeholder } from "./locale";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export const generateStaticParams = () => [{ locale: placeholder }];

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0f3140" },
    { media: "(prefers-color-scheme: dark)", color: "#03131c" },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say } = await localeOf(params);
  return {
    metadataBase: new URL(env.CHARSU_ORIGIN),
    title: { default: say("home.title"), template: `%s – ${say("layout.name")}` },
    description: say("layout.description"),
    applicationName: say("layout.name"),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export default async function RootLayout({ params, children }: Props) {
  const { locale, say } = await localeOf(params);
  return (
    <html lang={locale} dir={direction(locale)}>
      <body>
        <Faces />
        <ProblemWordsAtHand words={problemWords(locale, say)}>{children}</ProblemWordsAtHand>
      </body>
    </html>
  );
}
