import { env } from "@/lib/platform/env";
import type { Letter } from "@/lib/platform/mail/letter";
import { type Say, translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { inline } from "@/lib/platform/text/inline";

/** How a message speaks: its language, and the one place that its links lead to. */
export type Voice = {
  locale: string;
  say: Say;
  /** The address of a page of ours, from the configured origin alone. */
  link: (path: string) => string;
  hello: (name: string) => string;
  /** A moment in words, in UTC: where its reader is, is not known. */
  at: (moment: Date) => string;
  /** What somebody typed, within a sentence. */
  inline: (text: string) => string;
};

/** One message in its two forms, and examples of it by id for the gallery and for tests. */
export type Notice<D> = {
  mail: (data: D, voice: Voice) => Promise<Letter>;
  sms: (data: D, voice: Voice) => string;
  samples: Readonly<Record<string, D>>;
};

/** How messages in a locale speak. */
export function voiceOf(locale: string): Voice {
  const say = translator(locale);
  const to = pathIn(locale);
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
    timeZoneName: "short",
  });
  const speak = (text: string) => inline(text, locale);
  return {
    locale,
    say,
    link: (path) => `${env.CHARSU_ORIGIN}${to(path)}`,
    hello: (name) => (speak(name) ? say("mails.hello_name", { name: speak(name) }) : say("mails.hello")),
    at: (moment) => format.format(moment),
    inline: speak,
  };
}
