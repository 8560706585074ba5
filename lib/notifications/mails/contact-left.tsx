import { letter } from "@/lib/platform/mail/letter";
import { Aside, Facts, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

type ContactLeft = {
  name: string;
  /**
   * `replaced`: what this message goes to, an address by mail and a number by SMS, was replaced by another.
   * `added`: it stays, and beside it the account has a first one of the other kind now.
   * `removed`: it was taken out, and the account goes on with the one of the other kind.
   */
  change: "replaced" | "added" | "removed";
  /** The new one, masked; null where there is none. */
  now: string | null;
  at: Date;
  /** Whether the account still has something that its owner can get a code with. */
  help: boolean;
};

/** To the address or number that the account had before, so that nobody takes an account over unheard. */
export const contactLeft: Notice<ContactLeft> = {
  mail: ({ name, change, now, at: moment, help }, { locale, say, link, hello, at, inline }) =>
    letter({
      locale,
      subject: say(`mails.contact_left.subject.${change}`),
      preview: say(`mails.contact_left.text.${change}`),
      heading: say(`mails.contact_left.subject.${change}`),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say(`mails.contact_left.text.${change}`)}</Words>
          <Facts
            rows={[
              ...(now === null ? [] : [[say(`mails.contact_left.now.${change}`), inline(now)] as const]),
              [say("mails.when"), at(moment)],
            ]}
          />
          <Aside
            title={say("mails.not_you")}
            link={help ? { label: say("mails.reset"), href: link("/reset") } : undefined}
          >
            {say(`mails.contact_left.help.${help ? change : "none"}`)}
          </Aside>
        </>
      ),
    }),
  sms: ({ change, help }, { say, link }) =>
    help
      ? say(`mails.contact_left.sms.${change}`, { link: link("/reset") })
      : say("mails.contact_left.sms.lost", { link: link("/") }),
  samples: {
    "contact-left": {
      name: "Sara Ahmadi",
      change: "replaced",
      now: "s…@example.org",
      at: new Date("2026-11-21T09:42:00Z"),
      help: true,
    },
    "contact-left-alone": {
      name: "Sara Ahmadi",
      change: "replaced",
      now: "s…@example.org",
      at: new Date("2026-11-21T09:42:00Z"),
      help: false,
    },
    "contact-removed": {
      name: "Sara Ahmadi",
      change: "removed",
      now: null,
      at: new Date("2026-11-21T09:42:00Z"),
      help: true,
    },
    "contact-added": {
      name: "Sara Ahmadi",
      change: "added",
      now: "+49…67",
      at: new Date("2026-11-21T09:42:00Z"),
      help: true,
    },
  },
};
