import type { FieldSpec } from "@/components/profile/fields";
import { sectionsOf } from "@/lib/auth/back-office";
import type { Say } from "@/lib/platform/messages";
import { type GivenPage, signedInPage } from "../signed-in-page";

/** What every view of the profile begins with: words, paths, who is signed in and what was asked for. */
export async function profilePage(given: GivenPage) {
  const { actor, ...page } = await signedInPage(given, "profile.saving");
  const { locale, say, query } = page;
  return {
    ...page,
    roles: actor.roles,
    frame: { locale, say, name: actor.name, done: query.done, backOffice: sectionsOf(actor).length > 0 },
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
