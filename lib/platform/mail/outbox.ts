import type { Pool } from "pg";
import { keepInOutbox } from "@/lib/platform/delivery/outbox";
import type { Mailer } from "./types";

/** Mail that is kept for `/dev/outbox` to show. `pool` logs in as a tier that may insert into outbox_message. */
export function createOutboxMailer(pool: Pick<Pool, "query">): Mailer {
  return {
    async send({ to, ...message }) {
      return { id: await keepInOutbox(pool, { channel: "email", recipient: to, ...message }) };
    },
  };
}
