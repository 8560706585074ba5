import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { takeAll } from "@/lib/platform/limits";
import { mailer } from "@/lib/platform/mail";
import type { Say } from "@/lib/platform/messages";
import { smsSender } from "@/lib/platform/sms";
import { smsAllowed } from "@/lib/platform/sms/countries";
import type { Identifier } from "./identifier";
import { codeMail, codeSms } from "./mails/code-mail";

/**
 * Sends a code at once, past the outbox: an event would keep it where people may read.
 * A number outside the allow-list is answered like any other and gets nothing, so that nobody learns the list by asking.
 * @throws AppError `rate_limited` when the day's messages are used up
 */
export async function sendCode(
  to: Identifier,
  code: string,
  challenge: string,
  locale: string,
  say: Say,
): Promise<void> {
  const idempotencyKey = `code:${challenge}`;
  const failed = (cause: unknown) => {
    throw new AppError("unavailable", say("errors.not_sent"), { cause, retryAfter: 60 });
  };
  if (to.channel === "email") {
    const mail = await codeMail({ code, locale });
    await mailer()
      .send({ to: to.address, ...mail, idempotencyKey })
      .catch(failed);
    return;
  }
  if (!smsAllowed(to.address, [...env.SMS_COUNTRIES])) return;
  await takeAll("sms-day", "all", [{ limit: env.SMS_DAILY_CAP, seconds: 86_400 }], say);
  await smsSender()
    .send({ to: to.address, text: codeSms({ code }, say), idempotencyKey })
    .catch(failed);
}
