"use client";
import { createContext, type ReactNode, useContext } from "react";

type Words = { title: string; text: string; again: string; home: string; homeHref: string };

const Context = createContext<Words | null>(null);

/** Keeps the words of the error page at hand: when it is needed, nothing can be asked for any more. */
export function ProblemWords({ words, children }: { words: Words; children: ReactNode }) {
  return <Context value={words}>{children}</Context>;
}

export const useProblemWords = (): Words | null => useContext(Context);
