import { Resend } from "resend";
import { DeliveryError } from "@/lib/platform/delivery/error";
import type { Mailer } from "./types";

/** Conditions that pass; https://resend.com/docs/api-reference/errors */
const PASSING = [
  "rate_limit_exceeded",
  "daily_quota_exceeded",
  "monthly_quota_exceeded",
  "concurrent_idempotent_requests",
];

/** Mail by Resend. `from` is an address of a domain that is verified there, as `Charsu <hello@shop.example>`. */
export function createResendMailer(options: {
  apiKey: string;
  from: string;
  baseUrl?: string;
  timeoutMs?: number;
}): Mailer {
  const resend = new Resend(options.apiKey, options.baseUrl ? { baseUrl: options.baseUrl } : undefined);
  return {
    async send({ to, subject, html, text, idempotencyKey }) {
      const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
      const request = resend.emails.send({ from: options.from, to, subject, html, text }, { idempotencyKey, signal });
      const { data, error } = await request.catch(() => ({ data: null, error: { name: "timeout", statusCode: null } }));
      if (data?.id) return { id: data.id };
      const status = error?.statusCode ?? null;
      // No status is no answer: whether the mail left is unknown, and its key makes sending again safe.
      const retryable = status === null || status >= 500 || PASSING.includes(error?.name ?? "");
      throw new DeliveryError(`Resend: ${error?.name ?? "no id"} (${status ?? "no answer"})`, { retryable });
    },
  };
}
