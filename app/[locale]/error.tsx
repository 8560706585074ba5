"use client";
import { useProblemWords } from "@/components/layout/problem-words";
import { Button } from "@/components/ui/button";
import { Crossing } from "@/components/ui/crossing";

/** What is shown when a page throws. A whole reload leads home: whatever broke may still be in memory. */
export default function ProblemPage({ reset }: { reset: () => void }) {
  const words = useProblemWords();
  if (!words) return null;
  return (
    <main className="page grid grow place-content-center py-24 text-center">
      <Crossing className="mx-auto size-16 text-bad" />
      <h1 className="display mt-6 text-3xl">{words.title}</h1>
      <p className="mt-3 text-ink-soft">{words.text}</p>
      <p className="mt-8 flex flex-wrap justify-center gap-4">
        <Button onClick={reset}>{words.again}</Button>
        <a
          href={words.homeHref}
          className="inline-flex min-h-11 items-center px-2 text-tile underline underline-offset-4"
        >
          {words.home}
        </a>
      </p>
    </main>
  );
}
