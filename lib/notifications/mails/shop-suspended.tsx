import { letter } from "@/lib/platform/mail/letter";
import { Action, Facts, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** To the owners of a shop that staff closed: why, and what becomes of its orders. */
export const shopSuspended: Notice<{ name: string; shop: string; reason: string }> = {
  mail: ({ name, shop, reason }, { locale, say, link, hello, inline }) =>
    letter({
      locale,
      subject: say("mails.shop_suspended.subject"),
      preview: say("mails.shop_suspended.text"),
      heading: say("mails.shop_suspended.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.shop_suspended.text")}</Words>
          <Facts
            rows={[
              [say("mails.applied.shop"), inline(shop)],
              [say("mails.decided.reason"), inline(reason)],
            ]}
          />
          <Words>{say("mails.shop_suspended.next")}</Words>
          <Action label={say("mails.shop_suspended.action")} href={link("/sign-up/shop/status")} />
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.shop_suspended.sms", { link: link("/sign-up/shop/status") }),
  samples: {
    "shop-suspended": {
      name: "Sara Ahmadi",
      shop: "Ahmadi & Töchter, Gewürze",
      reason: "Orders were not answered for two weeks.",
    },
  },
};
