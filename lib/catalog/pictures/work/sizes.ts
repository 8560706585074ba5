import { eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { pictureFiles } from "@/db/schema";
import { pictureStore } from "@/lib/platform/pictures";
import { decodePicture } from "@/lib/platform/pictures/image";
import { PictureError } from "@/lib/platform/pictures/picture-error";
import { originalName } from "../files";
import { longestSide, sizesOf, storedName } from "../rules";
import { tellChanged } from "./tell";

const worker = () => database("worker");

/** One that ended the process so often is not begun again. */
const mostTries = 3;

type File = { hash: string; tries: number };

/** The one that was brought last and is shown somewhere: somebody may be looking at its page. */
async function nextFile(): Promise<File | undefined> {
  const { rows } = await worker().execute<File>(sql`
    select f.hash, f.tries from picture_files f
    where f.stored is null and f.problem is null
      and (exists (select from pictures p where p.original = f.hash) or exists (select from retailers r where r.banner_original = f.hash))
    order by f.at desc nulls last limit 1`);
  return rows[0];
}

/** Makes the sizes that are not there yet; returns the name of the largest. */
async function makeSizes(hash: string): Promise<string> {
  const found = await pictureStore().read(originalName(hash));
  if (!found) throw new PictureError("broken");
  const bytes = new Uint8Array(await new Response(found.body).arrayBuffer());
  const picture = await decodePicture(bytes, longestSide);
  const stored = storedName(hash, picture);
  for (const { name, width, format } of sizesOf(stored)) {
    if (await pictureStore().has(name)) continue;
    await pictureStore().put(name, await picture.encode(format, width), `image/${format}`);
  }
  return stored;
}

async function make({ hash, tries }: File): Promise<void> {
  const set = (values: Partial<typeof pictureFiles.$inferInsert>) =>
    worker().update(pictureFiles).set(values).where(eq(pictureFiles.hash, hash));
  if (tries >= mostTries) {
    await set({ problem: "broken" });
    return;
  }
  await set({ tries: tries + 1 });
  try {
    await set({ stored: await makeSizes(hash), tries: 0 });
  } catch (error) {
    // What the picture is not to blame for is tried again by the queue, as often as it takes.
    if (!(error instanceof PictureError)) {
      await set({ tries });
      throw error;
    }
    await set({ problem: error.code });
  }
}

/** Shows what is made, wherever it is named; whoever has those pages is told in the same transaction. */
async function show(): Promise<void> {
  await worker().transaction(async (tx) => {
    const products = await tx.execute<{ product: number; retailer: number }>(sql`
      with shown as (
        update pictures p set stored = f.stored from picture_files f
        where f.hash = p.original and p.stored is null and f.stored is not null returning p.product_id)
      select distinct s.product_id as product, p.retailer_id as retailer from shown s join products p on p.id = s.product_id`);
    const shops = await tx.execute<{ id: number }>(sql`
      update retailers r set banner = f.stored from picture_files f
      where f.hash = r.banner_original and r.banner is null and f.stored is not null returning r.id`);
    await tellChanged(
      tx,
      products.rows,
      shops.rows.map(({ id }) => id),
    );
  });
}

/**
 * Makes the sizes of pictures that have none, one after another, and shows them. What a process that was killed left is
 * taken up where it stood: a size that is there is not made again.
 * @param goOn asked before each picture
 * @returns whether something is left to do
 */
export async function makePictures(goOn: () => boolean): Promise<boolean> {
  await show();
  for (;;) {
    const file = await nextFile();
    if (!file) return false;
    if (!goOn()) return true;
    await make(file);
    await show();
  }
}
