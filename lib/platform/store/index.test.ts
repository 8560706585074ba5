import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setEnv } from "@/lib/platform/env";
import { startResendServer } from "@/lib/platform/mail/testing/resend-server";
import { startKavenegarServer } from "@/lib/platform/sms/testing/kavenegar-server";

let resend: Awaited<ReturnType<typeof startResendServer>>;
let kavenegar: Awaited<ReturnType<typeof startKavenegarServer>>;
beforeAll(async () => {
  resend = await startResendServer();
  kavenegar = await startKavenegarServer();
});
afterAll(() => {
  resend.stop();
  kavenegar.stop();
  setEnv(unset);
});
beforeEach(() => {
  vi.resetModules();
  setEnv(unset);
});

const unset = {
  UPSTASH_REDIS_REST_URL: undefined,
  UPSTASH_REDIS_REST_TOKEN: undefined,
  RESEND_API_KEY: undefined,
  RESEND_FROM: undefined,
  RESEND_BASE_URL: undefined,
  KAVENEGAR_API_KEY: undefined,
  KAVENEGAR_BASE_URL: undefined,
};

const load = async () => {
  const { setEnv } = await import("@/lib/platform/env");
  const { setAuthPool } = await import("@/lib/platform/auth-pool");
  const { store } = await import("@/lib/platform/store");
  const { mailer } = await import("@/lib/platform/mail");
  const { smsSender } = await import("@/lib/platform/sms");
  return { setEnv, setAuthPool, store, mailer, smsSender };
};

const mail = { to: "sara@example.com", subject: "Hi", html: "Hi", text: "Hi", idempotencyKey: "one" };
const sms = { to: "+989123456789", text: "Hi", idempotencyKey: "one" };

test("without variables everything goes to PostgreSQL", async () => {
  const { setAuthPool, store, mailer, smsSender } = await load();
  const query = vi.fn((text: string, _values: unknown[]) => Promise.resolve({ rows: [{ id: text.slice(0, 20) }] }));
  setAuthPool(() => ({ query }) as never);
  await store().putCode("key", { hash: "hash" }, 300);
  await mailer().send(mail);
  await smsSender().send(sms);
  const written = query.mock.calls.map(([text]) => /insert into ([a-z_.]+)/.exec(text)?.[1]);
  expect(written).toEqual(["codes.code", "outbox_message", "outbox_message"]);
});

test("their variables switch each real service on, once for the process", async () => {
  const { setEnv, store, mailer, smsSender } = await load();
  setEnv({
    UPSTASH_REDIS_REST_URL: resend.url,
    UPSTASH_REDIS_REST_TOKEN: "token",
    RESEND_API_KEY: resend.apiKey,
    RESEND_FROM: "hello@shop.example",
    RESEND_BASE_URL: resend.url,
    KAVENEGAR_API_KEY: kavenegar.apiKey,
    KAVENEGAR_BASE_URL: kavenegar.url,
  });
  await mailer().send(mail);
  await smsSender().send(sms);
  expect([resend.sent.length, kavenegar.sent.length]).toEqual([1, 1]);
  const before = resend.calls();
  await expect(store().dropCode("key")).rejects.toThrow("Redis");
  expect(resend.calls()).toBe(before + 1);
  expect(store()).toBe(store());
  expect(mailer()).toBe(mailer());
  expect(smsSender()).toBe(smsSender());
});
