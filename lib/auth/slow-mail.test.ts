import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { issueCode } from "@/lib/accounts/codes";
import { requestCode } from "@/lib/accounts/operations";
import { addItem } from "@/lib/cart/operations";
import { setEnv } from "@/lib/platform/env";
import { startResendServer } from "@/lib/platform/mail/testing/resend-server";
import { translator } from "@/lib/platform/messages";
import { contextOf } from "@/lib/web/request-context";
import { stranger } from "@/lib/web/testing/context";
import { verifyCode } from "./sign-in";
import { sessionCookie } from "./tokens";

describe.skipIf(!hasDatabase)("a mail service that does not answer", () => {
  const { owner } = useTestDatabase();
  let service: Awaited<ReturnType<typeof startResendServer>>;

  beforeAll(async () => {
    service = await startResendServer();
    setEnv({ RESEND_API_KEY: service.apiKey, RESEND_FROM: "shop@example.com", RESEND_BASE_URL: service.url });
  });
  afterAll(() => {
    setEnv({ RESEND_API_KEY: undefined, RESEND_FROM: undefined, RESEND_BASE_URL: undefined });
    service.stop();
  });

  it("keeps nobody else from signing in, being known and shopping", async () => {
    const shop = await makeRetailer(owner());
    const { variant } = await makeProduct(owner(), shop.id);
    const many = 2 * (pool("auth").options.max ?? 0);
    service.failNext(...Array.from({ length: many }, () => "silence" as const));
    let answered = 0;
    const waiting = Array.from({ length: many }, async (_, index) => {
      const identifier = `slow-${index}@example.com`;
      // One in two is known: the work is the same.
      if (index % 2) await makeUser(owner(), { email: identifier });
      const context = stranger();
      const answer = await requestCode.safe(context, { identifier });
      answered += 1;
      return { answer, cookies: context.cookies };
    });
    await expect.poll(service.calls, { timeout: 5000 }).toBe(many);

    const to = { channel: "email", address: "quick@example.com" } as const;
    const { code, challenge } = await issueCode({ purpose: "sign-in", to }, false, translator("en"));
    const { accessToken } = await verifyCode.call(stranger(), { identifier: to.address, code, challenge });
    const cookies = new Map([[sessionCookie(), accessToken]]);
    const request = contextOf({ header: () => null, cookie: (name) => cookies.get(name) });
    expect(await request.actor()).toMatchObject({ name: "quick" });
    expect((await addItem.call(request, { variantId: variant.id })).count).toBe(1);
    expect(answered, "all of them still wait for the service").toBe(0);

    service.stop();
    for (const { answer, cookies: left } of await Promise.all(waiting)) {
      expect(answer).toMatchObject({ ok: false, error: { code: "unavailable", status: 503, retryAfter: 60 } });
      expect(left).toEqual([]);
    }
  });
});
