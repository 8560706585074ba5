import { closePools } from "@/db/client";
import { tierUrl } from "@/db/tiers";
import { env } from "@/lib/platform/env";
import { listenForExpiry } from "./expiry";
import { startRelay } from "./index";

/**
 * What runs beside the pages of one web process: the ear for expired content and, unless it runs elsewhere, the relay.
 * @param origin where this process serves, as `http://127.0.0.1:3000`; its own pages are expired through its own door
 * @param internalKey opens that door
 */
export async function startBeside(origin: string, internalKey: string): Promise<{ stop: () => Promise<void> }> {
  const worker = tierUrl(env.DATABASE_URL ?? "", "worker", {
    rolePrefix: env.CHARSU_DB_ROLE_PREFIX,
    secret: env.AUTH_SECRET,
  });
  const listener = await listenForExpiry(worker, async (tags) => {
    const answer = await fetch(`${origin}/api/internal/expire`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-charsu-internal-key": internalKey },
      body: JSON.stringify({ tags }),
    });
    if (!answer.ok) throw new Error(`expire answered ${answer.status}`);
  });
  const jobs = env.CHARSU_JOBS === "inside" ? await startRelay() : undefined;
  return {
    stop: async () => {
      await jobs?.stop();
      await listener.stop();
      await closePools();
    },
  };
}
