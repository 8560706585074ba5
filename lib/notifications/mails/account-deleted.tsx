import { letter } from "@/lib/platform/mail/letter";
import { Soft, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

export const accountDeleted: Notice<{ name: string }> = {
  mail: ({ name }, { locale, say, hello }) =>
    letter({
      locale,
      subject: say("mails.deleted.subject"),
      preview: say("mails.deleted.text"),
      heading: say("mails.deleted.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.deleted.text")}</Words>
          <Words>{say("mails.deleted.orders")}</Words>
          <Words>{say("mails.deleted.back")}</Words>
          <Soft>{say("mails.answer")}</Soft>
        </>
      ),
    }),
  sms: (_, { say }) => say("mails.deleted.sms"),
  samples: { "account-deleted": { name: "Sara Ahmadi" } },
};
