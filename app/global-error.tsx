"use client";
import { ProblemView } from "@/components/layout/problem-view";
import type { ProblemWords } from "@/lib/platform/messages/problem-words";
import "./globals.css";

/** In the words of the default locale, written into the script by next.config.ts: nothing can be asked for any more. */
declare const globalProblem: string;
const { locale, direction, name, words } = JSON.parse(globalProblem) as {
  locale: string;
  direction: "ltr" | "rtl";
  name: string;
  words: ProblemWords;
};

/** What is shown when the frame around every page throws: a document of its own. */
export default function GlobalProblem({ reset }: { reset: () => void }) {
  return (
    <html lang={locale} dir={direction}>
      <body>
        <title>{`${words.title} – ${name}`}</title>
        <ProblemView words={words} again={reset} />
      </body>
    </html>
  );
}
