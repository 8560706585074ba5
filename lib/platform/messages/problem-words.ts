import type { Say } from "./index";
import { pathIn } from "./paths";

/** The words of a page that could not be shown, gathered while something can still be asked for. */
export const problemWords = (locale: string, say: Say) => ({
  title: say("problem.title"),
  text: say("problem.text"),
  again: say("problem.again"),
  home: say("problem.home"),
  homeHref: pathIn(locale)("/"),
});

export type ProblemWords = ReturnType<typeof problemWords>;
