import { letter } from "@/lib/platform/mail/letter";
import { Action, Facts, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** To the owners of a shop that staff let into the market. */
export const shopApproved: Notice<{ name: string; shop: string }> = {
  mail: ({ name, shop }, { locale, say, link, hello, inline }) =>
    letter({
      locale,
      subject: say("mails.shop_approved.subject"),
      preview: say("mails.shop_approved.text"),
      heading: say("mails.shop_approved.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.shop_approved.text")}</Words>
          <Facts rows={[[say("mails.applied.shop"), inline(shop)]]} />
          <Words>{say("mails.shop_approved.next")}</Words>
          <Action label={say("mails.shop_approved.action")} href={link("/admin/shop")} />
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.shop_approved.sms", { link: link("/admin/shop") }),
  samples: { "shop-approved": { name: "Sara Ahmadi", shop: "Ahmadi & Töchter, Gewürze" } },
};
