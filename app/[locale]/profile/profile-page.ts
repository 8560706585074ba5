import type { FieldSpec } from "@/components/profile/fields";
import { sectionsOf } from "@/lib/auth/back-office";
import { type Say, translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";

type Given = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What every view of the profile begins with: words, paths, who is signed in and what was asked for. */
export async function profilePage({ params, searchParams }: Given) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const context = await pageContext(locale);
  const actor = await context.actor();
  const { name, roles } = actor;
  const words = (button: string, of?: string) => ({
    problem: say("errors.invalid"),
    pending: say("profile.saving"),
    button,
    ...(of === undefined ? {} : { of }),
  });
  return {
    locale,
    query,
    say,
    path: pathIn(locale),
    context,
    roles,
    words,
    frame: { locale, say, name, done: query.done, backOffice: sectionsOf(actor).length > 0 },
  };
}

/** The field for a code that was sent. */
export const codeField = (say: Say): FieldSpec => ({
  kind: "text",
  name: "code",
  label: say("account.code"),
  hint: say("account.code_hint"),
  autoComplete: "one-time-code",
  inputMode: "numeric",
  dir: "ltr",
  required: true,
});
