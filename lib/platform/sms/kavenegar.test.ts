import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DeliveryError } from "@/lib/platform/delivery/error";
import { createKavenegarSender } from "./kavenegar";
import { refusal, startKavenegarServer } from "./testing/kavenegar-server";
import type { SmsMessage } from "./types";

let server: Awaited<ReturnType<typeof startKavenegarServer>>;
beforeAll(async () => {
  server = await startKavenegarServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.sent.length = 0;
});

const sender = (options: { apiKey?: string; sender?: string } = {}) =>
  createKavenegarSender({ apiKey: server.apiKey, baseUrl: server.url, timeoutMs: 500, ...options });

let count = 0;
const message = (changes: Partial<SmsMessage> = {}): SmsMessage => ({
  to: "+989123456789",
  text: "کد شما: ۱۲۳۴۵۶ & more",
  idempotencyKey: `test/${++count}`,
  ...changes,
});

const failureOf = async (sending: Promise<unknown>) => {
  const error = await sending.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(`${error} ${JSON.stringify(error)} ${(error as Error).cause}`).not.toMatch(/9123456789|۱۲۳۴۵۶|test-key/);
  return (error as DeliveryError).retryable;
};

test("a message arrives as it was given, from the account's line or the one that is set", async () => {
  const { id } = await sender().send(message());
  expect(server.sent).toMatchObject([
    { receptor: "09123456789", message: "کد شما: ۱۲۳۴۵۶ & more", sender: "10004346" },
  ]);
  expect(id).toBe(String(server.sent[0]?.messageid));
  await sender({ sender: "2000500" }).send(message());
  expect(server.sent[1]?.sender).toBe("2000500");
});

test("a number abroad is dialled with the international prefix", async () => {
  await sender().send(message({ to: "+4915123456789" }));
  expect(server.sent[0]?.receptor).toBe("004915123456789");
});

test("one key is one message, another key is another", async () => {
  const sms = message();
  const first = await sender().send(sms);
  const more = await Promise.all(Array.from({ length: 10 }, () => sender().send(sms)));
  expect(new Set([first, ...more].map(({ id }) => id)).size).toBe(1);
  expect(server.sent).toHaveLength(1);
  await sender().send(message());
  expect(server.sent).toHaveLength(2);
});

test("a message whose answer got lost is sent again by its key, and arrives once", async () => {
  const sms = message();
  server.failNext("hang-up-after");
  expect(await failureOf(sender().send(sms))).toBe(true);
  const { id } = await sender().send(sms);
  expect(server.sent.map(({ messageid }) => String(messageid))).toEqual([id]);
});

const taken = (entries: unknown) => ({ status: 200, body: { return: { status: 200, message: "تایید شد" }, entries } });

test.each([
  ["operation failed", refusal(402), true],
  ["busy", refusal(409), true],
  ["no credit", refusal(418), true],
  ["no credit, said with HTTP 200", refusal(418, 200), true],
  ["too many calls", refusal(451), true],
  ["too many requests", { status: 429, body: "" }, true],
  ["their fault", { status: 500, body: "<html>Error</html>" }, true],
  ["a gateway's page that says all is well", { status: 200, body: "<html>Hello</html>" }, true],
  ["no entry", taken([]), true],
  ["no entries", taken(null), true],
  ["hang up", "hang-up", true],
  ["silence", "silence", true],
  ["bad receptor", refusal(411), false],
  ["bad receptor, said with HTTP 200", refusal(411, 200), false],
  ["bad sender", refusal(412), false],
  ["too long", refusal(413), false],
  ["test account", refusal(501), false],
  ["unknown refusal", refusal(499), false],
  ["blocked by the receiver", taken([{ messageid: 1, status: 14 }]), false],
] as const)("%s: retryable %s", async (_, failure, retryable) => {
  server.failNext(failure);
  const before = server.calls();
  expect(await failureOf(sender().send(message()))).toBe(retryable);
  expect(server.calls()).toBe(before + 1);
  expect(server.sent).toEqual([]);
});

test("what only the settings can mend is not tried again", async () => {
  expect(await failureOf(sender({ apiKey: "wrong" }).send(message()))).toBe(false);
  expect(await failureOf(sender().send(message({ text: "x".repeat(901) })))).toBe(false);
});
