import { deviceWords } from "@/lib/accounts/device";
import { letter } from "@/lib/platform/mail/letter";
import { Action, Aside, Facts, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

/** `network` as in the session's row: `203.0.113.0/24`, empty where none is known. */
type NewDevice = { name: string; userAgent: string; network: string; at: Date };

export const newDevice: Notice<NewDevice> = {
  mail: ({ name, userAgent, network, at: moment }, { locale, say, link, hello, at, inline }) =>
    letter({
      locale,
      subject: say("mails.new_device.subject"),
      preview: say("mails.new_device.text"),
      heading: say("mails.new_device.heading"),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say("mails.new_device.text")}</Words>
          <Facts
            rows={[
              [say("mails.device"), deviceWords(userAgent, say)],
              ...(network ? [[say("mails.network"), inline(network)] as const] : []),
              [say("mails.when"), at(moment)],
            ]}
          />
          <Action label={say("mails.new_device.action")} href={link("/profile/sessions")} />
          <Aside title={say("mails.not_you")} link={{ label: say("mails.reset"), href: link("/reset") }}>
            {say("mails.new_device.not_you")}
          </Aside>
        </>
      ),
    }),
  sms: ({ userAgent }, { say, link }) =>
    say("mails.new_device.sms", { device: deviceWords(userAgent, say), link: link("/reset") }),
  samples: {
    "new-device": {
      name: "Sara Ahmadi",
      userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
      network: "203.0.113.0/24",
      at: new Date("2026-11-21T09:42:00Z"),
    },
    "new-device-unknown": { name: "", userAgent: "", network: "", at: new Date("2026-11-21T09:42:00Z") },
  },
};
