import { eq } from "drizzle-orm";
import { database, pool } from "@/db/client";
import { events } from "@/db/schema";
import { countSold } from "@/lib/live/sold-counts";
import { type Jobs, startJobs } from "@/lib/platform/jobs";
import { store } from "@/lib/platform/store";
import { type EventName, type EventPayload, tagsOf } from "@/lib/web/cache-tags";
import { announceExpiry } from "./expiry";

type Subscriber = <N extends EventName>(name: N, payload: EventPayload<N>) => Promise<void>;

/** Told of each event in this order, after its commit. Each is safe to run twice. */
const subscribers: readonly Subscriber[] = [
  async (name, payload) => {
    if (name === "order.placed" || name === "order.moved") {
      await countSold((payload as EventPayload<"order.placed">).productIds);
    }
  },
  (name, payload) => announceExpiry(tagsOf(name, payload)),
];

/** Delivers one event. Throwing leaves it in the queue to be tried again. */
export async function relay(eventId: number): Promise<void> {
  const [event] = await database("worker").select().from(events).where(eq(events.id, eventId));
  if (!event) return;
  for (const tell of subscribers) await tell(event.name as EventName, event.payload as never);
}

/** Takes events from the queue and hands them to their subscribers, until stopped. */
export function startRelay(): Promise<Jobs> {
  return startJobs(
    pool("worker"),
    {
      relay: (payload) => relay((payload as { event: number }).event),
      sweep: async () => {
        await store().sweep();
      },
    },
    "17 * * * * sweep",
  );
}
