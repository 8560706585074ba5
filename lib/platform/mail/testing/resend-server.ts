import { randomUUID } from "node:crypto";
import { type Call, startService } from "@/lib/platform/delivery/testing/service";

type SentMail = {
  id: string;
  key: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
};

/**
 * A local Resend for tests: POST `/emails` with Bearer key and Idempotency-Key. A key that comes again with the same mail
 * gets the first id; with another mail it is refused. Protocol: https://resend.com/docs/api-reference/emails/send-email
 */
export async function startResendServer(apiKey = "re_test", port = 0) {
  const sent: SentMail[] = [];
  const bodies = new Map<string, string>();

  const answer = ({ method, url, headers, body }: Call) => {
    if (method !== "POST" || url !== "/emails") return refusal(405, "method_not_allowed");
    if (!headers.authorization) return refusal(401, "missing_api_key");
    if (headers.authorization !== `Bearer ${apiKey}`) return refusal(403, "invalid_api_key");
    const key = String(headers["idempotency-key"] ?? "");
    if (key.length < 1 || key.length > 256) return refusal(400, "invalid_idempotency_key");
    const known = sent.find((mail) => mail.key === key);
    if (known) return bodies.get(key) === body ? done(known.id) : refusal(409, "invalid_idempotent_request");
    const mail = JSON.parse(body) as Omit<SentMail, "id" | "key">;
    if (!mail.from || !mail.to || !mail.subject) return refusal(422, "missing_required_field");
    if (!/@[^@\s]+\.[^@\s]+$/.test(mail.to)) return refusal(422, "validation_error");
    bodies.set(key, body);
    const id = randomUUID();
    sent.push({ ...mail, id, key });
    return done(id);
  };

  return { ...(await startService(answer, port)), apiKey, sent };
}

/** The body of a refusal, as Resend words it. */
export function refusal(statusCode: number, name: string) {
  return { status: statusCode, body: { statusCode, name, message: `refused: ${name}` } };
}

function done(id: string) {
  return { status: 200, body: { id } };
}
