import { type Letter, letter } from "@/lib/platform/mail/letter";
import { Aside, Digits, Soft, Words } from "@/lib/platform/mail/parts";
import { type Say, translator } from "@/lib/platform/messages";
import type { Purpose } from "../codes";

type Code = { code: string; purpose: Purpose };

/** The one-time code, as a mail. What it is for stands in it, so that nobody types one in for something else. */
export function codeMail({ code, purpose, locale }: Code & { locale: string }): Promise<Letter> {
  const say = translator(locale);
  const use = `${say(`mails.code.for.${purpose}`)} ${say("mails.code.life")}`;
  const unasked = say(`mails.code.unasked.${purpose}`);
  return letter({
    locale,
    subject: say("mails.code.subject"),
    preview: use,
    heading: say("mails.code.heading"),
    children: (
      <>
        <Words>{use}</Words>
        <Digits>{code}</Digits>
        {purpose === "deletion" ? <Aside title={say("mails.not_you")}>{unasked}</Aside> : <Soft>{unasked}</Soft>}
      </>
    ),
  });
}

/** The one-time code, as an SMS. */
export const codeSms = ({ code, purpose }: Code, say: Say): string => say(`mails.code.sms.${purpose}`, { code });

/** For the gallery and for tests; staff get eight digits. */
export const codeSamples: Record<string, Code> = {
  "code-sign-in": { code: "205817", purpose: "sign-in" },
  "code-reset": { code: "940172", purpose: "reset" },
  "code-contact": { code: "018364", purpose: "contact" },
  "code-deletion": { code: "55103982", purpose: "deletion" },
};
