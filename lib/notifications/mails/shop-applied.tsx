import { letter } from "@/lib/platform/mail/letter";
import { Action, Facts, Steps, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** To whoever applied with a shop: where it stands and what comes next. */
export const shopApplied: Notice<{ name: string; shop: string }> = {
  mail: ({ name, shop }, { locale, say, link, hello, inline }) =>
    letter({
      locale,
      subject: say("mails.applied.subject"),
      preview: say("mails.applied.text"),
      heading: say("mails.applied.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.applied.text")}</Words>
          <Facts
            rows={[
              [say("mails.applied.shop"), inline(shop)],
              [say("mails.applied.status"), say("mails.applied.pending")],
            ]}
          />
          <Words>{say("mails.applied.next")}</Words>
          <Steps steps={[say("mails.applied.look"), say("mails.applied.tell"), say("mails.applied.open")]} />
          <Action label={say("mails.applied.action")} href={link("/sign-up/shop/status")} />
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.applied.sms", { link: link("/sign-up/shop/status") }),
  samples: { "shop-applied": { name: "Sara Ahmadi", shop: "Ahmadi & Töchter, Gewürze" } },
};
