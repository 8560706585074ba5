import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "@/db/schema/outbox-messages";
import { createOutboxMailer } from "@/lib/platform/mail/outbox";
import { createOutboxSmsSender } from "@/lib/platform/sms/outbox";
import { openSchemaDatabase, testDatabaseUrl } from "@/lib/platform/store/testing/schema-database";
import { DeliveryError } from "./error";

const databaseUrl = testDatabaseUrl();

describe.skipIf(!databaseUrl)("the outbox (skipped without CHARSU_TEST_DATABASE_URL)", () => {
  let database: { pool: Pool; close(): Promise<void> };
  beforeAll(async () => {
    database = await openSchemaDatabase(databaseUrl!, schema);
  });
  afterAll(() => database?.close());

  const rows = async (key: string) => {
    const { rows } = await database.pool.query(
      "select id, channel, recipient, subject, text, html from outbox_message where idempotency_key = $1 order by id",
      [key],
    );
    return rows;
  };
  const mail = { to: "sara@example.com", subject: "Hello", html: "<p>Hi</p>", text: "Hi" };

  test("keeps a mail and a message, even under one key", async () => {
    const one = await createOutboxMailer(database.pool).send({ ...mail, idempotencyKey: "both" });
    const other = await createOutboxSmsSender(database.pool).send({
      to: "+989123456789",
      text: "Hi",
      idempotencyKey: "both",
    });
    expect(await rows("both")).toEqual([
      { id: one.id, channel: "email", recipient: mail.to, subject: "Hello", text: "Hi", html: "<p>Hi</p>" },
      { id: other.id, channel: "sms", recipient: "+989123456789", subject: null, text: "Hi", html: null },
    ]);
  });

  test("keeps one for a key, however often and however concurrently it is sent", async () => {
    const mailer = createOutboxMailer(database.pool);
    const sent = await Promise.all(Array.from({ length: 50 }, () => mailer.send({ ...mail, idempotencyKey: "often" })));
    const kept = await rows("often");
    expect(kept).toHaveLength(1);
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([kept[0].id]));
  });

  test("an error is retryable and tells neither text nor address", async () => {
    const broken = { ...mail, text: null as unknown as string, idempotencyKey: "broken" };
    const error = await createOutboxMailer(database.pool)
      .send(broken)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({ retryable: true });
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/sara|Hi/);
  });
});
