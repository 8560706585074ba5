"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { ProblemWords } from "@/lib/platform/messages/problem-words";

const Context = createContext<ProblemWords | null>(null);

/** Keeps the words of the error page at hand: when it is needed, nothing can be asked for any more. */
export function ProblemWordsAtHand({ words, children }: { words: ProblemWords; children: ReactNode }) {
  return <Context value={words}>{children}</Context>;
}

export const useProblemWords = (): ProblemWords | null => useContext(Context);
