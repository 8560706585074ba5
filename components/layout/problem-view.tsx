import { Button } from "@/components/ui/button";
import { Crossing } from "@/components/ui/crossing";
import type { ProblemWords } from "@/lib/platform/messages/problem-words";

/** What stands in the place of a page that could not be shown. */
export function ProblemView({ words, again }: { words: ProblemWords; again: () => void }) {
  return (
    <main className="page grid grow place-content-center py-24 text-center">
      <Crossing className="mx-auto size-16 text-bad" />
      <h1 className="display mt-6 text-3xl">{words.title}</h1>
      <p className="mt-3 text-ink-soft">{words.text}</p>
      <p className="mt-8 flex flex-wrap justify-center gap-4">
        <Button onClick={again}>{words.again}</Button>
        {/* A whole reload: whatever broke may still be in memory. */}
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
