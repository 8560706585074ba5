import { authPool } from "@/lib/platform/auth-pool";
import { env } from "@/lib/platform/env";
import { createKavenegarSender } from "./kavenegar";
import { createOutboxSmsSender } from "./outbox";
import type { SmsSender } from "./types";

let current: SmsSender | undefined;

/** The SMS sender of this process: Kavenegar when its key is set, the outbox otherwise. */
export function smsSender(): SmsSender {
  const { KAVENEGAR_API_KEY: apiKey, KAVENEGAR_SENDER: sender, KAVENEGAR_BASE_URL: baseUrl } = env;
  current ??= apiKey ? createKavenegarSender({ apiKey, sender, baseUrl }) : createOutboxSmsSender(authPool);
  return current;
}
