"use client";
import { ProblemView } from "@/components/layout/problem-view";
import { useProblemWords } from "@/components/layout/problem-words";

/** What is shown when a page throws. */
export default function ProblemPage({ reset }: { reset: () => void }) {
  const words = useProblemWords();
  return words && <ProblemView words={words} again={reset} />;
}
