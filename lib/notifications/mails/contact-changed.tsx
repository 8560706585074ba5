import { letter } from "@/lib/platform/mail/letter";
import { Facts, Soft, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** To the address or number that the account has from now on: the mail tells of an address, the SMS of a number. */
export const contactChanged: Notice<{ name: string; at: Date }> = {
  mail: ({ name, at: moment }, { locale, say, hello, at }) =>
    letter({
      locale,
      subject: say("mails.contact_changed.subject"),
      preview: say("mails.contact_changed.text"),
      heading: say("mails.contact_changed.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.contact_changed.text")}</Words>
          <Facts rows={[[say("mails.when"), at(moment)]]} />
          <Soft>{say("mails.answer")}</Soft>
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.contact_changed.sms", { link: link("/profile") }),
  samples: { "contact-changed": { name: "Sara Ahmadi", at: new Date("2026-11-21T09:42:00Z") } },
};
