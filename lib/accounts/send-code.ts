import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { mailer } from "@/lib/platform/mail";
import type { Say } from "@/lib/platform/messages";
import { smsSender } from "@/lib/platform/sms";
import { smsAllowed } from "@/lib/platform/sms/countries";
import { takeFromDay } from "@/lib/platform/sms/day";
import { type CodeUse, codeLife, issueCode, type Purpose } from "./codes";
import { codeMail, codeSms } from "./mails/code-mail";
import type { ChallengeView } from "./views";

/** The cookies that keep a browser's challenge between asking for a code and typing it, one for each purpose. */
export const challengeCookies = {
  "sign-in": "charsu.challenge",
  reset: "charsu.challenge.reset",
  contact: "charsu.challenge.contact",
  deletion: "charsu.challenge.deletion",
} as const satisfies Record<Purpose, string>;

/** Forgets a challenge whose code was used. */
export const challengeDone = (purpose: Purpose) => ({
  name: challengeCookies[purpose],
  value: null,
  httpOnly: true,
});

/** What an operation's context has of it. */
type Asker = {
  locale: string;
  say: Say;
  cookies: { name: string; value: string | null; httpOnly: boolean; maxAge?: number }[];
};

async function deliver({ purpose, to }: CodeUse, code: string, challenge: string, { locale, say }: Asker) {
  const idempotencyKey = `code:${challenge}`;
  const failed = (cause: unknown) => {
    throw new AppError("unavailable", say("errors.not_sent"), { cause, retryAfter: 60 });
  };
  if (to.channel === "email") {
    const mail = await codeMail({ code, purpose, locale });
    await mailer()
      .send({ to: to.address, ...mail, idempotencyKey })
      .catch(failed);
    return;
  }
  // Answered like any other and sent nothing, so that nobody learns the list by asking.
  if (!smsAllowed(to.address, [...env.SMS_COUNTRIES])) return;
  await takeFromDay(to.address, say);
  await smsSender()
    .send({ to: to.address, text: codeSms({ code, purpose }, say), idempotencyKey })
    .catch(failed);
}

/**
 * The one way to send a code, for whatever use. At once, past the outbox of events: an event would keep it where people
 * may read. Leaves the challenge in the purpose's cookie. Call it where no database connection is held: services may be
 * slow to answer.
 * @param staff whether the account behind it is staff's: their codes are longer
 * @returns what the client needs to use the code
 * @throws AppError `rate_limited`, `unavailable`
 */
export async function sendCode(use: CodeUse, staff: boolean, asker: Asker): Promise<ChallengeView> {
  const { code, challenge } = await issueCode(use, staff, asker.say);
  await deliver(use, code, challenge, asker);
  asker.cookies.push({
    name: challengeCookies[use.purpose],
    value: challenge,
    httpOnly: true,
    maxAge: codeLife,
  });
  return { challenge, expiresIn: codeLife };
}
