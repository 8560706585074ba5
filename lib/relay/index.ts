import { eq } from "drizzle-orm";
import { database, pool } from "@/db/client";
import { events } from "@/db/schema";
import { sweepRegistrations } from "@/lib/accounts/registrations";
import { rankedAmong } from "@/lib/catalog/best-sellers";
import { sweepPictureFiles } from "@/lib/catalog/pictures/files";
import { performPictures, queuePictures } from "@/lib/catalog/pictures/work";
import { performUpload, queueUpload, resumeUploads, sweepUploads } from "@/lib/catalog/uploads/work";
import { countSold } from "@/lib/live/sold-counts";
import { deliver } from "@/lib/notifications/deliver";
import { type Due, queueMessages } from "@/lib/notifications/subscribers";
import { clock } from "@/lib/platform/clock";
import { enqueue, type Jobs, startJobs, type TaskList } from "@/lib/platform/jobs";
import { store } from "@/lib/platform/store";
import { checkBooks } from "@/lib/reports/books/check";
import { type Cells, makeCells } from "@/lib/reports/cells";
import { rebuildShop, startFigures, sweepFigures } from "@/lib/reports/rebuild";
import { queueCells } from "@/lib/reports/subscribers";
import { type EventName, type EventPayload, tags, tagsOf } from "@/lib/web/cache-tags";
import { announceExpiry } from "./expiry";

/** The event's id is the same however often it is told: keys that hold it make what was done once recognisable. */
type Subscriber = <N extends EventName>(name: N, payload: EventPayload<N>, id: number) => Promise<void>;

/** The products whose sales an event changes. */
function soldIn<N extends EventName>(name: N, payload: EventPayload<N>): number[] {
  const sales = name === "order.placed" || name === "order.moved";
  return sales ? (payload as EventPayload<"order.placed" | "order.moved">).productIds : [];
}

/** What must be rendered anew after sales, once they are counted: lists that a product has sold its way into. */
async function rankingTags(productIds: readonly number[]): Promise<string[]> {
  const { market, retailerIds } = await rankedAmong(database("worker"), productIds);
  return [...(market ? [tags.best()] : []), ...retailerIds.map(tags.bestOf)];
}

/** What may leave pictures to be fetched or made. */
const pictured = new Set<EventName>(["catalog.imported", "products.changed", "retailer.changed"]);

/** Told of each event in this order, after its commit. Each is safe to run twice. */
const subscribers: readonly Subscriber[] = [
  (name, payload) => countSold(soldIn(name, payload)),
  async (name, payload) => announceExpiry([...tagsOf(name, payload), ...(await rankingTags(soldIn(name, payload)))]),
  (name, _payload, id) => queueMessages(name, id),
  queueCells,
  async (name, payload) => {
    if (name === "upload.due") await queueUpload((payload as EventPayload<"upload.due">).uploadId);
  },
  async (name) => {
    if (pictured.has(name)) await queuePictures();
  },
  async (name) => {
    if (name === "books.asked")
      await enqueue(pool("worker"), "books", [{ key: "books", payload: {} }], { queue: "books", attempts: 3 });
  },
];

/** Delivers one event. Throwing leaves it in the queue to be tried again. */
export async function relay(eventId: number): Promise<void> {
  const [event] = await database("worker").select().from(events).where(eq(events.id, eventId));
  if (!event) return;
  for (const tell of subscribers) await tell(event.name as EventName, event.payload as never, event.id);
}

/** What the queue holds, and who does it. */
export const tasks: TaskList = {
  relay: (payload) => relay((payload as { event: number }).event),
  deliver: (payload, { job }) => deliver(payload as Due, job.attempts),
  cells: (payload) => makeCells(payload as Cells),
  figures: (payload) => rebuildShop((payload as { retailerId: number }).retailerId),
  baskets: sweepFigures,
  books: async () => {
    await checkBooks();
  },
  upload: (payload, { job }) => performUpload((payload as { upload: number }).upload, job.attempts),
  "picture-fetches": (_, { abortSignal }) => performPictures("picture-fetches", abortSignal),
  "picture-sizes": (_, { abortSignal }) => performPictures("picture-sizes", abortSignal),
  resume: async () => {
    await resumeUploads();
    await queuePictures();
  },
  sweep: async () => {
    await store().sweep();
    await sweepRegistrations();
    await sweepUploads(clock.now());
    await sweepPictureFiles(clock.now());
  },
};

/** Takes events from the queue and hands them to their subscribers, and works on uploads beside them, until stopped. */
export async function startRelay(): Promise<Jobs> {
  await startFigures();
  await resumeUploads();
  await queuePictures();
  // An upload takes minutes, pictures take a core: mails and expired pages wait for neither, nor they for each other.
  const { upload, "picture-fetches": fetches, "picture-sizes": sizes, ...quick } = tasks;
  const pictures = { "picture-fetches": fetches, "picture-sizes": sizes };
  const crontab = "17 * * * * sweep\n* * * * * baskets\n23 2 * * * books\n* * * * * resume";
  const runners = [
    await startJobs(pool("worker"), quick, crontab),
    await startJobs(pool("worker"), { upload }),
    await startJobs(pool("worker"), pictures),
  ];
  return { stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))) };
}
