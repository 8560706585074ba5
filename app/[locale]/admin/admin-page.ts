import { type Section, sectionsOf } from "@/lib/auth/back-office";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";

type Given = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The query with one value for each name, the last. */
const flat = (query: Record<string, string | string[] | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]));

/** What every page of the back office begins with: words, paths, who is signed in, what was asked for, and its frame. */
export async function adminPage({ params, searchParams }: Given, section: Section) {
  const [{ locale }, asked] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const context = await pageContext(locale);
  const actor = await context.actor();
  const query = flat(asked);
  const words = (button: string, of?: string) => ({
    problem: say("errors.invalid"),
    pending: say("admin.saving"),
    button,
    ...(of === undefined ? {} : { of }),
  });
  return {
    locale,
    query,
    say,
    path: pathIn(locale),
    context,
    actor,
    words,
    frame: { section, sections: sectionsOf(actor), locale, say, name: actor.name, done: query.done },
  };
}
