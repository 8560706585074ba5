import { eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { events } from "@/db/schema";
import { DeliveryError } from "@/lib/platform/delivery/error";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { mailer } from "@/lib/platform/mail";
import { translator } from "@/lib/platform/messages";
import { smsSender } from "@/lib/platform/sms";
import { smsAllowed } from "@/lib/platform/sms/countries";
import { takeFromDay } from "@/lib/platform/sms/day";
import { composerOf, type Due, keyOf, type Message } from "./subscribers";

async function send({ to, mail, sms }: Message, idempotencyKey: string, attempt: number): Promise<void> {
  if (to.channel === "email") {
    await mailer().send({ to: to.address, ...(await mail()), idempotencyKey });
    return;
  }
  if (!smsAllowed(to.address, [...env.SMS_COUNTRIES])) return;
  // Counted once: a service that is down for hours must not use up the day's codes.
  if (attempt === 1) await takeFromDay(to.address, translator(env.CHARSU_LOCALE));
  await smsSender().send({ to: to.address, text: sms(), idempotencyKey });
}

/** Trying again would change nothing: the service refused for good, or the day's messages are used up. */
const isFinal = (error: unknown) =>
  error instanceof DeliveryError ? !error.retryable : error instanceof AppError && error.code === "rate_limited";

/** A goodbye takes along the address of somebody who is gone: once it is said, nothing keeps it. */
async function forgetGoodbye(event: number): Promise<void> {
  await database("worker")
    .update(events)
    .set({ payload: sql`${events.payload} - 'to' - 'name'` })
    .where(eq(events.id, event));
}

/**
 * Sends one message of an event, when there is still somebody to send it to. Safe to run twice and at once.
 * @param attempt 1 for the first
 * @throws what may pass, for the queue to try again; what will not is logged, and the message dropped
 */
export async function deliver(due: Due, attempt: number): Promise<void> {
  const [event] = await database("worker").select().from(events).where(eq(events.id, due.event));
  if (!event) return;
  const composed = await composerOf(event.name, due.part)?.(event.payload as never, event.at);
  if (!composed) return;
  try {
    await send(composed, keyOf(due), attempt);
  } catch (error) {
    if (!isFinal(error)) throw error;
    log.warn({ event: event.name, id: event.id, part: due.part, error: (error as Error).message }, "message dropped");
  }
  if (event.name === "account.deleted") await forgetGoodbye(event.id);
}
