import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { asc, eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { events, pictureFiles, pictures, retailers } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer } from "@/db/testing/factories";
import { statementsOf } from "@/db/testing/statements";
import { pictureStore, setPictureStore } from "@/lib/platform/pictures";
import type { FetchSettings } from "@/lib/platform/pictures/fetch-picture";
import { createS3Store } from "@/lib/platform/pictures/s3";
import { photograph } from "@/lib/platform/pictures/testing/photograph";
import { startS3Server } from "@/lib/platform/pictures/testing/s3-server";
import { useTemporaryPictures } from "@/lib/platform/pictures/testing/temporary-store";
import { keepOriginal, sweepPictureFiles } from "../files";
import { sizesOf } from "../rules";
import { fetchPictures } from "./fetch";
import { performPictures } from "./index";
import { makePictures } from "./sizes";

const always = () => true;
const contentOf = async (name: string) => {
  const found = await pictureStore().read(name);
  return found && Buffer.from(await new Response(found.body).arrayBuffer());
};

describe.skipIf(!hasDatabase)("pictures in the background", () => {
  const { owner } = useTestDatabase();
  useTemporaryPictures();
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let seed = 0;

  beforeAll(async () => {
    shop = await makeRetailer(owner());
  });
  afterEach(async () => {
    await owner().delete(pictures);
    await owner().delete(events);
  });

  const bring = async (width: number, height: number) => {
    seed += 1;
    return keepOriginal(await photograph(width, height, seed).jpeg().toBuffer(), "image/jpeg");
  };
  async function withPicture(values: Partial<typeof pictures.$inferInsert>, productId?: number) {
    const id = productId ?? (await makeProduct(owner(), shop.id)).product.id;
    seed += 1;
    const [row] = await owner()
      .insert(pictures)
      .values({
        productId: id,
        position: seed,
        url: values.original ? `sha256:${values.original}` : `x:${seed}`,
        primary: productId === undefined,
        ...values,
      })
      .returning();
    return row!;
  }
  const read = async (id: number) => (await owner().select().from(pictures).where(eq(pictures.id, id)))[0]!;
  const fileOf = async (hash: string) =>
    (await owner().select().from(pictureFiles).where(eq(pictureFiles.hash, hash)))[0];
  const told = async () =>
    (await owner().select().from(events).orderBy(asc(events.id))).map(({ name, payload }) => ({ name, payload }));

  describe("sizes", () => {
    it("are made in both formats, shown wherever the picture is, and told", async () => {
      const hash = await bring(700, 350);
      const [one, two] = [await withPicture({ original: hash }), await withPicture({ original: hash })];
      expect(await makePictures(always)).toBe(false);
      const { stored } = await read(one.id);
      expect(stored).toBe(`p/${hash.slice(0, 32)}/700x350.webp`);
      expect((await read(two.id)).stored).toBe(stored);
      const sizes = [];
      for (const { name } of sizesOf(stored!)) {
        const { format, width, height } = await sharp((await contentOf(name))!).metadata();
        sizes.push([format, width, height]);
      }
      expect(sizes).toEqual([
        ["heif", 320, 160],
        ["webp", 320, 160],
        ["heif", 700, 350],
        ["webp", 700, 350],
      ]);
      const changed = { retailerIds: [shop.id], productIds: expect.arrayContaining([one.productId, two.productId]) };
      expect(await told()).toEqual([{ name: "products.changed", payload: changed }]);
      // Nothing is left, and nothing is told twice.
      expect(await makePictures(always)).toBe(false);
      expect(await told()).toHaveLength(1);
    });

    it("are not made of what nothing names, nor again of what has them", async () => {
      const hash = await bring(64, 64);
      await makePictures(always);
      expect((await fileOf(hash))?.stored).toBeNull();
      await owner().update(pictureFiles).set({ stored: "p/x" }).where(eq(pictureFiles.hash, hash));
      const row = await withPicture({ original: hash });
      await makePictures(always);
      expect((await read(row.id)).stored).toBe("p/x");
    });

    it("are taken up where a process that was killed left them", async () => {
      const hash = await bring(700, 500);
      const row = await withPicture({ original: hash });
      const folder = `p/${hash.slice(0, 32)}`;
      // Two of four were made; the try was counted.
      await pictureStore().put(`${folder}/320.avif`, Buffer.from("made before"), "image/avif");
      await owner().update(pictureFiles).set({ tries: 1 }).where(eq(pictureFiles.hash, hash));
      await makePictures(always);
      expect((await read(row.id)).stored).toBe(`${folder}/700x500.webp`);
      expect(String(await contentOf(`${folder}/320.avif`))).toBe("made before");
      expect(await pictureStore().has(`${folder}/700x500.avif`)).toBe(true);
    });

    it("are given up of one that ended the process three times", async () => {
      const hash = await bring(64, 64);
      const row = await withPicture({ original: hash });
      await owner().update(pictureFiles).set({ tries: 3 }).where(eq(pictureFiles.hash, hash));
      expect(await makePictures(always)).toBe(false);
      expect(await fileOf(hash)).toMatchObject({ problem: "broken", stored: null });
      expect((await read(row.id)).stored).toBeNull();
      expect(await told()).toEqual([]);
    });

    it("are none of what is broken, and others do not wait for it", async () => {
      const whole = await photograph(300, 300, 77).jpeg().toBuffer();
      const broken = await keepOriginal(whole.subarray(0, 3000), "image/jpeg");
      const fine = await bring(40, 40);
      const [bad, good] = [await withPicture({ original: broken }), await withPicture({ original: fine })];
      await makePictures(always);
      expect(await fileOf(broken)).toMatchObject({ problem: "broken" });
      expect([(await read(bad.id)).stored, (await read(good.id)).stored]).toEqual([
        null,
        expect.stringContaining("40x40"),
      ]);
    });

    it("stop between two when they are to, the last that was brought first", async () => {
      const hashes = [await bring(32, 32), await bring(32, 32), await bring(32, 32)];
      for (const original of hashes) await withPicture({ original });
      let turns = 0;
      expect(await makePictures(() => turns++ < 1)).toBe(true);
      const made = await Promise.all(hashes.map(async (hash) => (await fileOf(hash))?.stored !== null));
      expect(made).toEqual([false, false, true]);
    });

    it("of a banner stand on the shop", async () => {
      const hash = await bring(400, 150);
      await owner().update(retailers).set({ bannerOriginal: hash, banner: null }).where(eq(retailers.id, shop.id));
      await makePictures(always);
      const [row] = await owner().select().from(retailers).where(eq(retailers.id, shop.id));
      expect(row?.banner).toBe(`p/${hash.slice(0, 32)}/400x150.webp`);
      expect(await told()).toEqual([{ name: "retailer.changed", payload: { retailerId: shop.id } }]);
      await owner().update(retailers).set({ bannerOriginal: null, banner: null }).where(eq(retailers.id, shop.id));
    });

    it("wait for a store that fails, and blame no picture for it", async () => {
      const hash = await bring(32, 32);
      const row = await withPicture({ original: hash });
      const store = pictureStore();
      const s3 = await startS3Server();
      setPictureStore(createS3Store({ ...s3.settings, secretAccessKey: "wrong" }));
      try {
        for (let attempt = 0; attempt < 5; attempt += 1) await expect(makePictures(always)).rejects.toThrow("403");
      } finally {
        setPictureStore(store);
        s3.stop();
      }
      expect(await fileOf(hash)).toMatchObject({ tries: 0, problem: null });
      await makePictures(always);
      expect((await read(row.id)).stored).not.toBeNull();
    });

    it("are made by one process at a time", async () => {
      const hash = await bring(32, 32);
      await withPicture({ original: hash });
      // Another process holds the lock.
      await owner().transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.pictures'), hashtext('picture-sizes'))`);
        await performPictures("picture-sizes");
        expect((await fileOf(hash))?.stored).toBeNull();
      });
      await performPictures("picture-sizes");
      expect((await fileOf(hash))?.stored).not.toBeNull();
    });
  });

  it("looks for what is to do along its indexes, however much is done", async () => {
    const hash = await bring(24, 24);
    await withPicture({ original: hash });
    await withPicture({ url: "http://127.0.0.2/inside.jpg" });
    // `worker` reads by a pool of its own: what it sends is looked at, and explained to the owner.
    const sent = await statementsOf(async () => {
      await makePictures(() => false);
      await fetchPictures(() => false);
      await sweepPictureFiles(new Date(0));
    });
    const reads = sent.filter((text) => /picture_files|from pictures/.test(text));
    expect(reads.length).toBeGreaterThanOrEqual(5);
    await owner().transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      for (const text of reads) {
        const { rows } = await tx.execute<{ "QUERY PLAN": string }>(
          sql.raw(`explain (generic_plan, costs off) ${text}`),
        );
        const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
        expect(plan, text).not.toMatch(/Seq Scan on (?:pictures|picture_files|products)/);
      }
    });
  });

  describe("sweeping", () => {
    const aged = (hash: string) =>
      owner().update(pictureFiles).set({ at: sql`now() - interval '2 days'` }).where(eq(pictureFiles.hash, hash));

    it("removes what nothing names for a day, with its sizes, and leaves the rest", async () => {
      const [gone, named, young, banner] = [
        await bring(330, 30),
        await bring(31, 30),
        await bring(32, 30),
        await bring(33, 30),
      ];
      const row = await withPicture({ original: gone });
      await withPicture({ original: named });
      await owner().update(retailers).set({ bannerOriginal: banner }).where(eq(retailers.id, shop.id));
      await makePictures(always);
      const { stored } = await read(row.id);
      await owner().delete(pictures).where(eq(pictures.id, row.id));
      for (const hash of [gone, named, banner]) await aged(hash);
      await sweepPictureFiles(new Date());
      expect(await fileOf(gone)).toBeUndefined();
      for (const name of [`originals/${gone}`, ...sizesOf(stored!).map((each) => each.name)])
        expect(await pictureStore().has(name)).toBe(false);
      for (const hash of [named, young, banner]) expect(await pictureStore().has(`originals/${hash}`)).toBe(true);
      await owner().update(retailers).set({ bannerOriginal: null, banner: null }).where(eq(retailers.id, shop.id));
    });

    it("leaves what was brought again meanwhile", async () => {
      const bytes = await photograph(20, 20, 99).png().toBuffer();
      const hash = await keepOriginal(bytes, "image/png");
      await aged(hash);
      await keepOriginal(bytes, "image/png");
      await sweepPictureFiles(new Date());
      expect(await pictureStore().has(`originals/${hash}`)).toBe(true);
    });

    it("cannot take what something names, by the database", async () => {
      const hash = await bring(20, 20);
      await withPicture({ original: hash });
      await expect(owner().delete(pictureFiles).where(eq(pictureFiles.hash, hash))).rejects.toThrow();
    });
  });

  describe("fetching", () => {
    const asked: string[] = [];
    let running = 0;
    let most = 0;
    let image: Buffer;
    const answers: Record<string, (response: ServerResponse) => void> = {
      "/cup.jpg": (response) => void response.end(image),
      "/page.jpg": (response) =>
        void response.writeHead(200, { "content-type": "image/jpeg" }).end("<html>Not here</html>"),
      "/gone.jpg": (response) => void response.writeHead(404).end(),
      "/busy.jpg": (response) => void response.writeHead(503).end(),
    };
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      running += 1;
      most = Math.max(most, running);
      response.on("close", () => {
        running -= 1;
      });
      const path = (request.url ?? "").replace(/\?.*/, "");
      (answers[path] ?? answers["/gone.jpg"]!)(response);
    });
    let base = "";
    const settings: Partial<FetchSettings> = {
      mayConnect: (ip) => ip === "127.0.0.1",
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    };

    beforeAll(async () => {
      image = await photograph(60, 40, 500).jpeg().toBuffer();
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      base = `http://shop.test:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
    afterEach(() => {
      asked.length = 0;
      most = 0;
    });
    const fetchNow = () => fetchPictures(always, settings);
    const later = (id: number) => owner().update(pictures).set({ retryAt: sql`now()` }).where(eq(pictures.id, id));

    it("brings a copy, of which sizes are made; once", async () => {
      const row = await withPicture({ url: `${base}/cup.jpg` });
      expect(await fetchNow()).toBe(false);
      const { original } = await read(row.id);
      expect((await contentOf(`originals/${original}`))?.equals(image)).toBe(true);
      await makePictures(always);
      expect(await read(row.id)).toMatchObject({ stored: expect.stringMatching(/60x40\.webp$/), problem: null });
      await fetchNow();
      expect(asked).toEqual(["/cup.jpg"]);
    });

    it("says for good what will not change: no picture, nothing there, an address inside", async () => {
      const page = await withPicture({ url: `${base}/page.jpg` });
      const gone = await withPicture({ url: `${base}/gone.jpg` });
      const inside = await withPicture({ url: "http://127.0.0.2/secret.jpg" });
      const file = await withPicture({ url: "file:///etc/passwd" });
      await fetchNow();
      const problems = await Promise.all([page, gone, inside, file].map(async ({ id }) => (await read(id)).problem));
      expect(problems).toEqual(["type", "answer 404", "address", "address"]);
      asked.length = 0;
      await fetchNow();
      expect(asked).toEqual([]);
    });

    it("tries again what may pass, with growing pauses, and gives up", async () => {
      const row = await withPicture({ url: `${base}/busy.jpg` });
      const pauses = [];
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const before = Date.now();
        await fetchNow();
        // Not before its time.
        await fetchNow();
        const { retryAt, problem } = await read(row.id);
        expect(problem).toBeNull();
        pauses.push(Math.round((retryAt.getTime() - before) / 60_000));
        await later(row.id);
      }
      expect(pauses).toEqual([1, 5, 30, 120, 360]);
      await fetchNow();
      expect(await read(row.id)).toMatchObject({ problem: "answer 503", tries: 6 });
      expect(asked).toHaveLength(6);
    });

    it("asks one host for two at a time", async () => {
      const { product } = await makeProduct(owner(), shop.id);
      for (let index = 0; index < 8; index += 1)
        await withPicture({ url: `${base}/cup.jpg?${index}`, primary: index === 0 }, product.id);
      const waiting: ServerResponse[] = [];
      answers["/cup.jpg"] = (response) => {
        waiting.push(response);
        // Answered when a second one is there, or nobody else is to come.
        if (waiting.length === 2 || asked.length === 8) for (const each of waiting.splice(0)) each.end(image);
      };
      await fetchNow();
      answers["/cup.jpg"] = (response) => void response.end(image);
      expect(asked).toHaveLength(8);
      expect(most).toBe(2);
    });

    it("does not knock again and again where nobody answers", async () => {
      const dead = createServer();
      dead.listen(0, "127.0.0.1");
      await once(dead, "listening");
      const { port } = dead.address() as AddressInfo;
      dead.close();
      let resolved = 0;
      const rows = [];
      for (let index = 0; index < 6; index += 1)
        rows.push(await withPicture({ url: `http://dead.test:${port}/${index}` }));
      await fetchPictures(always, {
        ...settings,
        resolve: async () => {
          resolved += 1;
          return [{ address: "127.0.0.1", family: 4 }];
        },
      });
      expect(resolved).toBeLessThanOrEqual(2);
      for (const { id } of rows) expect(await read(id)).toMatchObject({ tries: 1, problem: null });
    });

    it("leaves alone what is drawn, and what has a copy", async () => {
      await withPicture({ url: "https://demo.charsu.example/products/x.svg" });
      await withPicture({ url: `${base}/cup.jpg`, stored: "demo/x.svg" });
      expect(await fetchNow()).toBe(false);
      expect(asked).toEqual([]);
    });

    it("does not give its copy to a picture that was changed meanwhile", async () => {
      const row = await withPicture({ url: `${base}/moved.jpg` });
      answers["/moved.jpg"] = async (response) => {
        await owner()
          .update(pictures)
          .set({ url: `${base}/other.jpg` })
          .where(eq(pictures.id, row.id));
        response.end(image);
      };
      let turns = 0;
      await fetchPictures(() => turns++ < 1, settings);
      expect((await read(row.id)).original).toBeNull();
    });
  });
});
