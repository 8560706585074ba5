import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { pictures } from "@/db/schema";
import { demoPictures } from "@/lib/platform/files";
import { FetchError, type FetchSettings, fetchPicture } from "@/lib/platform/pictures/fetch-picture";
import { inspectPicture } from "@/lib/platform/pictures/image";
import { PictureError } from "@/lib/platform/pictures/picture-error";
import { keepOriginal } from "../files";
import { byHost } from "./by-host";

const worker = () => database("worker");

/** Minutes that are waited after each failure that may pass; after the last one there is no picture. */
const pauses = [1, 5, 30, 120, 360];
const atOnce = { all: 4, each: 2 };
const batch = 100;

type Due = { id: number; url: string; tries: number };

async function duePictures(): Promise<Due[]> {
  const { rows } = await worker().execute<Due>(sql`
    select id, url, tries from pictures
    where original is null and stored is null and problem is null and retry_at <= now()
      and url not like ${`${demoPictures}%`}
    order by retry_at, id limit ${batch}`);
  return rows;
}

const hostOf = ({ url }: Due): string => (URL.canParse(url) ? new URL(url).host : "");

/** As long as nobody has changed it meanwhile. */
const same = ({ id, url }: Due) => and(eq(pictures.id, id), eq(pictures.url, url), isNull(pictures.original));

async function fail(due: Due, error: FetchError | PictureError): Promise<void> {
  const pause = error instanceof FetchError && error.passing ? pauses[due.tries] : undefined;
  const problem = error.message;
  const tries = due.tries + 1;
  await worker()
    .update(pictures)
    .set(pause === undefined ? { problem, tries } : { tries, retryAt: sql`now() + make_interval(mins => ${pause})` })
    .where(same(due));
}

async function fetchOne(due: Due, settings: Partial<FetchSettings>): Promise<void> {
  const bytes = await fetchPicture(due.url, settings);
  const { type } = await inspectPicture(bytes);
  const original = await keepOriginal(bytes, type);
  await worker().update(pictures).set({ original }).where(same(due));
}

/**
 * Fetches pictures that files named and that there is no copy of. One that fails for a passing reason is tried again
 * later; when nothing is to be had of a host, what else it should have in the same batch is not asked for either.
 * @param goOn asked before each batch
 * @returns whether something is left to do now
 */
export async function fetchPictures(goOn: () => boolean, settings: Partial<FetchSettings> = {}): Promise<boolean> {
  for (;;) {
    const due = await duePictures();
    if (!due.length) return false;
    if (!goOn()) return true;
    const down = new Map<string, FetchError>();
    await byHost(due, hostOf, atOnce, async (each) => {
      const known = down.get(hostOf(each));
      try {
        if (known) throw known;
        await fetchOne(each, settings);
      } catch (error) {
        if (!(error instanceof FetchError || error instanceof PictureError)) throw error;
        if (error instanceof FetchError && (error.code === "unreachable" || error.code === "slow")) {
          down.set(hostOf(each), error);
        }
        await fail(each, error);
      }
    });
  }
}
