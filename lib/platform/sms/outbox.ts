import type { Pool } from "pg";
import { keepInOutbox } from "@/lib/platform/delivery/outbox";
import type { SmsSender } from "./types";

/** SMS that is kept for `/dev/outbox` to show. `pool` logs in as a tier that may insert into outbox_message. */
export function createOutboxSmsSender(pool: Pick<Pool, "query">): SmsSender {
  return {
    async send({ to, ...message }) {
      return { id: await keepInOutbox(pool, { channel: "sms", recipient: to, subject: null, html: null, ...message }) };
    },
  };
}
