import { createHash } from "node:crypto";
import { DeliveryError } from "@/lib/platform/delivery/error";
import type { SmsSender } from "./types";

/** `return.status` of a refused call; https://kavenegar.com/rest.html#result-general */
const REASONS: Record<number, string> = {
  400: "incomplete parameters",
  401: "invalid API key",
  402: "operation failed",
  403: "API key not recognized",
  404: "unknown method",
  405: "wrong HTTP method",
  406: "missing parameters",
  407: "access denied for this address",
  409: "server busy",
  411: "invalid receptor",
  412: "invalid sender",
  413: "message empty or too long",
  414: "too many records",
  417: "invalid date",
  418: "not enough credit",
  422: "characters not allowed",
  426: "method needs another plan",
  428: "token not numeric",
  431: "invalid token",
  432: "no token in the message",
  451: "too many calls",
  501: "test accounts send to their owner only",
};

/** Conditions that pass: somebody tops up credit, the server recovers, calls become fewer. */
const PASSING = [402, 409, 418, 429, 451];

/** States of a message that was taken but will not arrive: failed, cancelled, blocked by its receiver, unknown. */
const UNDELIVERABLE = [6, 13, 14, 100];

type Answer = { return?: { status?: number }; entries?: { messageid?: number | string; status?: number }[] | null };

/**
 * SMS by Kavenegar's REST interface (`sms/send`). `sender` is a line of the account; the account's default when left out.
 * The idempotency key becomes `localid`, for which Kavenegar answers with the first message instead of sending again.
 */
export function createKavenegarSender(options: {
  apiKey: string;
  sender?: string;
  baseUrl?: string;
  timeoutMs?: number;
}): SmsSender {
  const base = (options.baseUrl ?? "https://api.kavenegar.com").replace(/\/+$/, "");
  const url = `${base}/v1/${encodeURIComponent(options.apiKey)}/sms/send.json`;
  return {
    async send({ to, text, idempotencyKey }) {
      const form = new URLSearchParams({ receptor: receptor(to), message: text, localid: localId(idempotencyKey) });
      if (options.sender) form.set("sender", options.sender);
      const { status, entry } = await post(url, form, options.timeoutMs ?? 10_000);
      if (status !== 200) {
        const retryable = PASSING.includes(status) || (status >= 500 && !REASONS[status]);
        throw new DeliveryError(`Kavenegar: ${REASONS[status] ?? "refused"} (${status})`, { retryable });
      }
      if (entry?.messageid === undefined) throw new DeliveryError("Kavenegar: no message id", { retryable: true });
      if (UNDELIVERABLE.includes(entry.status ?? 0))
        throw new DeliveryError(`Kavenegar: message state ${entry.status}`, { retryable: false });
      return { id: String(entry.messageid) };
    },
  };
}

/** The error of fetch names the URL, which holds the API key: it must not leave this function. */
async function post(url: string, form: URLSearchParams, timeoutMs: number) {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: "POST", body: form, redirect: "error", signal });
    const answer = parse(await response.text());
    return { status: answer?.return?.status ?? response.status, entry: answer?.entries?.[0] };
  } catch {
    throw new DeliveryError("Kavenegar: no answer", { retryable: true });
  }
}

function parse(body: string): Answer | undefined {
  try {
    return (JSON.parse(body) as Answer | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Iranian numbers as they are dialled at home, others with the international prefix. */
function receptor(e164: string): string {
  return e164.startsWith("+98") ? `0${e164.slice(3)}` : `00${e164.slice(1)}`;
}

/** A positive 63-bit integer (their Long) that is always the same for the same key. */
function localId(key: string): string {
  return String(createHash("sha256").update(key).digest().readBigUInt64BE() >> 1n);
}
