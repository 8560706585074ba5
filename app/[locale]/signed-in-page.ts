import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";

export type GivenPage = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * What every page for people who are signed in begins with: words, paths, who that is and what was asked for.
 * @param saving the key of the word that a form's button shows while it is sent
 */
export async function signedInPage({ params, searchParams }: GivenPage, saving: string) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const context = await pageContext(locale);
  const words = (button: string, of?: string) => ({
    problem: say("errors.invalid"),
    pending: say(saving),
    button,
    ...(of === undefined ? {} : { of }),
  });
  return { locale, query, say, path: pathIn(locale), context, actor: await context.actor(), words };
}
