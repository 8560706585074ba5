import { type Call, startService } from "@/lib/platform/delivery/testing/service";

type SentSms = { messageid: number; localid: string; receptor: string; message: string; sender: string };

/**
 * A local Kavenegar for tests: POST `/v1/{apiKey}/sms/send.json` with form fields. A localid that comes again gets the
 * first message. Protocol: https://kavenegar.com/rest.html#sms-send
 */
export async function startKavenegarServer(apiKey = "test-key", port = 0) {
  const sent: SentSms[] = [];

  const answer = ({ method, url, headers, body }: Call) => {
    const path = /^\/v1\/([^/]+)\/sms\/send\.json$/.exec(url);
    if (!path) return refusal(404);
    if (path[1] !== apiKey) return refusal(401);
    if (method !== "POST" || !headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
      return refusal(405);
    const form = new URLSearchParams(body);
    const field = (name: string) => form.get(name) ?? "";
    if (!/^(09\d{9}|00[1-9]\d{6,14})$/.test(field("receptor"))) return refusal(411);
    if (!field("message") || field("message").length > 900) return refusal(413);
    if (!/^[1-9]\d{0,18}$/.test(field("localid")) || BigInt(field("localid")) >= 2n ** 63n) return refusal(400);
    let sms = sent.find((each) => each.localid === field("localid"));
    if (!sms) {
      const [receptor, message, localid] = [field("receptor"), field("message"), field("localid")];
      sms = {
        messageid: 8_792_343 + sent.length,
        localid,
        receptor,
        message,
        sender: form.get("sender") ?? "10004346",
      };
      sent.push(sms);
    }
    const entry = { ...sms, localid: undefined, status: 1, statustext: "در صف ارسال", date: 1_356_619_709, cost: 120 };
    return { status: 200, body: { return: { status: 200, message: "تایید شد" }, entries: [entry] } };
  };

  return { ...(await startService(answer, port)), apiKey, sent };
}

/** A refusal; its number stands in the body, and by default as the HTTP status too. */
export function refusal(status: number, httpStatus = status) {
  return { status: httpStatus, body: { return: { status, message: "ناموفق" }, entries: null } };
}
