import { letter } from "@/lib/platform/mail/letter";
import { Aside, Facts, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** `by` is `change` with the old password, `reset` with a code. */
type PasswordChanged = { name: string; by: "change" | "reset"; at: Date };

export const passwordChanged: Notice<PasswordChanged> = {
  mail: ({ name, by, at: moment }, { locale, say, link, hello, at }) =>
    letter({
      locale,
      subject: say("mails.password.subject"),
      preview: say(`mails.password.text.${by}`),
      heading: say("mails.password.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say(`mails.password.text.${by}`)}</Words>
          <Facts rows={[[say("mails.when"), at(moment)]]} />
          <Aside title={say("mails.not_you")} link={{ label: say("mails.reset"), href: link("/reset") }}>
            {say(`mails.password.not_you.${by}`)}
          </Aside>
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.password.sms", { link: link("/reset") }),
  samples: {
    "password-changed": { name: "Sara Ahmadi", by: "change", at: new Date("2026-11-21T09:42:00Z") },
    "password-reset": { name: "Sara Ahmadi", by: "reset", at: new Date("2026-11-21T09:42:00Z") },
  },
};
