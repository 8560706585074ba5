import { letter } from "@/lib/platform/mail/letter";
import { Action, Facts, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** To the owners of a shop that staff opened again. */
export const shopReopened: Notice<{ name: string; shop: string }> = {
  mail: ({ name, shop }, { locale, say, link, hello, inline }) =>
    letter({
      locale,
      subject: say("mails.shop_reopened.subject"),
      preview: say("mails.shop_reopened.text"),
      heading: say("mails.shop_reopened.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.shop_reopened.text")}</Words>
          <Facts rows={[[say("mails.applied.shop"), inline(shop)]]} />
          <Words>{say("mails.shop_reopened.next")}</Words>
          <Action label={say("mails.shop_reopened.action")} href={link("/admin/shop")} />
        </>
      ),
    }),
  sms: (_, { say, link }) => say("mails.shop_reopened.sms", { link: link("/admin/shop") }),
  samples: { "shop-reopened": { name: "Sara Ahmadi", shop: "Ahmadi & Töchter, Gewürze" } },
};
