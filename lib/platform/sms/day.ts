import { env } from "@/lib/platform/env";
import { takeAll } from "@/lib/platform/limits";
import type { Say } from "@/lib/platform/messages";

/**
 * Numbers that differ in their last five digits alone are one prefix: what pumping rents is one of these, what a market
 * reaches in a day is spread over many. A twentieth of the day's messages, five at least.
 */
const prefixOf = (e164: string) => e164.slice(0, -5);
const capOfPrefix = () => Math.max(5, Math.ceil(env.SMS_DAILY_CAP / 20));
const day = 86_400;

/**
 * Counts one message, whatever it says, against those of the day.
 * @throws AppError `rate_limited` when they, or those to numbers like this one, are used up
 */
export async function takeFromDay(e164: string, say: Say): Promise<void> {
  await takeAll("sms-prefix", prefixOf(e164), [{ limit: capOfPrefix(), seconds: day }], say);
  await takeAll("sms-day", "all", [{ limit: env.SMS_DAILY_CAP, seconds: day }], say);
}
