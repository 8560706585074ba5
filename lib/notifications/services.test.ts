import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { setEnv } from "@/lib/platform/env";
import { refusal, startResendServer } from "@/lib/platform/mail/testing/resend-server";
import { startKavenegarServer, refusal as unsent } from "@/lib/platform/sms/testing/kavenegar-server";
import { drain, passPauses, waiting } from "@/lib/relay/testing/queue";
import { record } from "./testing/record";

describe.skipIf(!hasDatabase)("with services that fail", () => {
  const { owner } = useTestDatabase();
  let mails: Awaited<ReturnType<typeof startResendServer>>;
  let texts: Awaited<ReturnType<typeof startKavenegarServer>>;

  beforeAll(async () => {
    mails = await startResendServer();
    texts = await startKavenegarServer();
    setEnv({
      RESEND_API_KEY: mails.apiKey,
      RESEND_FROM: "Charsu <hello@shop.example>",
      RESEND_BASE_URL: mails.url,
      KAVENEGAR_API_KEY: texts.apiKey,
      KAVENEGAR_BASE_URL: texts.url,
    });
  });
  afterAll(async () => {
    await mails.stop();
    await texts.stop();
  });
  beforeEach(async () => {
    await owner().execute(sql`delete from codes.hit`);
    mails.sent.length = 0;
    texts.sent.length = 0;
  });
  afterEach(() => setEnv({ SMS_DAILY_CAP: undefined }));

  let count = 0;
  const moved = async () => {
    count += 1;
    const now = `now-${count}@example.com`;
    const was = `was-${count}@example.com`;
    const user = await makeUser(owner(), { email: now });
    await record("account.contactChanged", { userId: user.id, channel: "email", was, now });
    return [now, was];
  };
  const reached = () => mails.sent.map(({ to }) => to).sort();

  it.each([
    ["refuses for now", refusal(500, "application_error")],
    ["hangs up", "hang-up"],
    ["took it and hung up", "hang-up-after"],
  ] as const)("sends one that failed again, and the others not: the service %s", async (_, failure) => {
    const both = await moved();
    mails.failNext(failure);
    await drain();
    expect(await waiting(owner()), "one of the two").toHaveLength(1);
    const calls = mails.calls();
    await passPauses(owner());
    await drain();
    expect(reached()).toEqual(both);
    expect(mails.calls(), "the other one was not even tried").toBe(calls + 1);
    expect(await waiting(owner())).toEqual([]);
  });

  it("drops one that is refused for good, and the other arrives", async () => {
    await moved();
    mails.failNext(refusal(422, "validation_error"));
    await drain();
    expect(reached()).toHaveLength(1);
    expect(await waiting(owner())).toEqual([]);
  });

  it("gives up within the day for which a service knows a key again", async () => {
    await moved();
    const { rows } = await owner().execute<{ last: number }>(sql`
      select (select sum(exp(least(attempt, 10))) from generate_series(1, 11) as attempt)::float8 as last`);
    mails.failNext(refusal(500, "application_error"));
    await drain();
    const jobs = await owner().execute(
      sql`select max_attempts from graphile_worker._private_jobs where key like 'event:%:%'`,
    );
    expect(jobs.rows).toEqual([{ max_attempts: 12 }]);
    expect(rows[0]!.last).toBeLessThan(24 * 3600);
    await passPauses(owner());
    await drain();
  });

  it("counts an SMS once, however often it is tried", async () => {
    setEnv({ SMS_DAILY_CAP: "1" });
    const user = await makeUser(owner(), { email: null, phone: "+4915123000777" });
    await record("account.created", { userId: user.id });
    for (let failures = 0; failures < 3; failures++) {
      texts.failNext(unsent(409));
      await passPauses(owner());
      await drain();
      expect(texts.sent).toEqual([]);
    }
    await passPauses(owner());
    await drain();
    expect(texts.sent).toMatchObject([{ receptor: "004915123000777" }]);
    expect(await waiting(owner())).toEqual([]);
  });
});
