import { bigint, index, pgEnum, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";

export const messageChannel = pgEnum("message_channel", ["email", "sms"]);

/** Mail and SMS that nobody delivers because no service is switched on; `/dev/outbox` shows them. */
export const outboxMessages = pgTable(
  "outbox_message",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    channel: messageChannel().notNull(),
    recipient: text().notNull(),
    subject: text(),
    text: text().notNull(),
    html: text(),
    idempotencyKey: text("idempotency_key").notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique("outbox_message_once").on(t.channel, t.idempotencyKey),
    index("outbox_message_recipient").on(t.recipient, t.id),
  ],
);
