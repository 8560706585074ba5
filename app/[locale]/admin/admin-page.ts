import { type Section, sectionsOf } from "@/lib/auth/back-office";
import { type GivenPage, signedInPage } from "../signed-in-page";

/** The query with one value for each name, the last. */
const flat = (query: Record<string, string | string[] | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]));

/** What every page of the back office begins with: words, paths, who is signed in, what was asked for, and its frame. */
export async function adminPage(given: GivenPage, section: Section) {
  const page = await signedInPage(given, "admin.saving");
  const { locale, say, actor } = page;
  const query = flat(page.query);
  return {
    ...page,
    query,
    frame: { section, sections: sectionsOf(actor), locale, say, name: actor.name, done: query.done },
  };
}
