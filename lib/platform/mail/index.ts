import { authPool } from "@/lib/platform/auth-pool";
import { env } from "@/lib/platform/env";
import { createOutboxMailer } from "./outbox";
import { createResendMailer } from "./resend";
import type { Mailer } from "./types";

let current: Mailer | undefined;

/** The mailer of this process: Resend when its key is set, the outbox otherwise. */
export function mailer(): Mailer {
  const { RESEND_API_KEY: apiKey, RESEND_FROM: from, RESEND_BASE_URL: baseUrl } = env;
  current ??= apiKey && from ? createResendMailer({ apiKey, from, baseUrl }) : createOutboxMailer(authPool);
  return current;
}
