import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";

/** What the search form says and where it goes. */
export const searchWords = (locale: string, say: Say) => ({
  action: pathIn(locale)("/search"),
  label: say("layout.search"),
  button: say("layout.search_button"),
  placeholder: say("layout.search_hint"),
});
