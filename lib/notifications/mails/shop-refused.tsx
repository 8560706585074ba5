import { letter } from "@/lib/platform/mail/letter";
import { Action, Facts, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** To the owners of a shop that was refused: why, and that they may apply again. */
export const shopRefused: Notice<{ name: string; shop: string; reason: string }> = {
  mail: ({ name, shop, reason }, { locale, say, link, hello, inline }) =>
    letter({
      locale,
      subject: say("mails.shop_refused.subject"),
      preview: say("mails.shop_refused.text"),
      heading: say("mails.shop_refused.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.shop_refused.text")}</Words>
          <Facts
            rows={[
              [say("mails.applied.shop"), inline(shop)],
              [say("mails.decided.reason"), inline(reason)],
            ]}
          />
          <Words>{say("mails.shop_refused.next")}</Words>
          <Action label={say("mails.shop_refused.action")} href={link("/sign-up/shop/status")} />
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.shop_refused.sms", { link: link("/sign-up/shop/status") }),
  samples: {
    "shop-refused": {
      name: "Sara Ahmadi",
      shop: "Ahmadi & Töchter, Gewürze",
      reason: "We could not find the address. Is it the back entrance?",
    },
  },
};
