import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DeliveryError } from "@/lib/platform/delivery/error";
import { createResendMailer } from "./resend";
import { refusal, startResendServer } from "./testing/resend-server";
import type { MailMessage } from "./types";

let server: Awaited<ReturnType<typeof startResendServer>>;
beforeAll(async () => {
  server = await startResendServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.sent.length = 0;
});

const from = "Charsu <hello@shop.example>";
const mailer = (apiKey = server.apiKey) => createResendMailer({ apiKey, from, baseUrl: server.url, timeoutMs: 500 });

let count = 0;
const message = (changes: Partial<MailMessage> = {}): MailMessage => ({
  to: "sara@example.com",
  subject: "Your code – کد شما",
  html: "<p>123 456</p>",
  text: "123 456",
  idempotencyKey: `test/${++count}`,
  ...changes,
});

const failureOf = async (sending: Promise<unknown>) => {
  const error = await sending.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/sara|123 456|re_/);
  return (error as DeliveryError).retryable;
};

test("a mail arrives as it was given", async () => {
  const mail = message();
  const { id } = await mailer().send(mail);
  const { idempotencyKey: key, ...rest } = mail;
  expect(server.sent).toEqual([{ ...rest, from, key, id }]);
});

test("one key is one mail, in line and in parallel", async () => {
  const mail = message();
  const first = await mailer().send(mail);
  const more = await Promise.all(Array.from({ length: 10 }, () => mailer().send(mail)));
  expect(new Set([first, ...more].map(({ id }) => id)).size).toBe(1);
  expect(server.sent).toHaveLength(1);
});

test("a mail whose answer got lost is sent again by its key, and arrives once", async () => {
  const mail = message();
  server.failNext("hang-up-after");
  expect(await failureOf(mailer().send(mail))).toBe(true);
  const { id } = await mailer().send(mail);
  expect(server.sent.map((each) => each.id)).toEqual([id]);
});

test("another mail under the same key is refused for good", async () => {
  const mail = message();
  await mailer().send(mail);
  expect(await failureOf(mailer().send({ ...mail, text: "other" }))).toBe(false);
});

test.each([
  ["rate limit", refusal(429, "rate_limit_exceeded"), true],
  ["day's quota", refusal(429, "daily_quota_exceeded"), true],
  ["month's quota", refusal(429, "monthly_quota_exceeded"), true],
  ["same key under way", refusal(409, "concurrent_idempotent_requests"), true],
  ["their fault", refusal(500, "application_error"), true],
  ["a gateway's page", { status: 502, body: "<html>Bad gateway</html>" }, true],
  ["hang up", "hang-up", true],
  ["silence", "silence", true],
  ["bad address", refusal(422, "validation_error"), false],
  ["domain not verified", refusal(403, "validation_error"), false],
  ["bad from", refusal(422, "invalid_from_address"), false],
] as const)("%s: retryable %s", async (_, failure, retryable) => {
  server.failNext(failure);
  const before = server.calls();
  expect(await failureOf(mailer().send(message()))).toBe(retryable);
  expect(server.calls()).toBe(before + 1);
  expect(server.sent).toEqual([]);
});

test("what only the settings can mend is not tried again", async () => {
  expect(await failureOf(mailer("re_wrong").send(message()))).toBe(false);
  expect(await failureOf(mailer().send(message({ to: "nobody" })))).toBe(false);
});
