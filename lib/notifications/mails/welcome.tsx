import { letter } from "@/lib/platform/mail/letter";
import { Action, Soft, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

export const welcome: Notice<{ name: string }> = {
  mail: ({ name }, { locale, say, link, hello }) =>
    letter({
      locale,
      subject: say("mails.welcome.subject"),
      preview: say("mails.welcome.text"),
      heading: say("mails.welcome.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.welcome.text")}</Words>
          <Words>{say("mails.welcome.profile")}</Words>
          <Action label={say("mails.welcome.action")} href={link("/profile")} />
          <Soft>{say("mails.welcome.code")}</Soft>
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.welcome.sms", { link: link("/profile") }),
  samples: { welcome: { name: "Sara Ahmadi" } },
};
