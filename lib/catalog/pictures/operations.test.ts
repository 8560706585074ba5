import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { pictureFiles, pictures, retailers } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import { pictureStore } from "@/lib/platform/pictures";
import { photograph } from "@/lib/platform/pictures/testing/photograph";
import { useTemporaryPictures } from "@/lib/platform/pictures/testing/temporary-store";
import { actingAs } from "@/lib/web/testing/context";
import { duplicateProduct } from "../keeping/operations/add";
import { addPictures } from "./operations/add";
import { readBanner, removeBanner, setBanner } from "./operations/banner";
import { editPicture, listPictures, orderPictures, removePicture, retryPicture } from "./operations/keep";

async function* whole(bytes: Uint8Array) {
  // In pieces, as it arrives.
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}
async function* brought(...files: [name: string, bytes: Uint8Array][]) {
  for (const [name, bytes] of files) yield { name, bytes: whole(bytes) };
}
let seeds = Date.now() % 1_000_000;
const jpeg = async () => {
  seeds += 1;
  return photograph(48, 36, seeds).jpeg().toBuffer();
};
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe.skipIf(!hasDatabase)("keeping pictures", () => {
  const { owner } = useTestDatabase();
  useTemporaryPictures();
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let keeper: Awaited<ReturnType<typeof makeMember>>;
  let stranger: Awaited<ReturnType<typeof makeMember>>;
  const staff = {} as Record<
    "admin" | "product_manager" | "operator" | "supervisor",
    Awaited<ReturnType<typeof makeStaff>>
  >;

  beforeAll(async () => {
    shop = await makeRetailer(owner());
    keeper = await makeMember(owner(), shop.id);
    stranger = await makeMember(owner(), (await makeRetailer(owner())).id);
    for (const role of ["admin", "product_manager", "operator", "supervisor"] as const)
      staff[role] = await makeStaff(owner(), role);
  });

  /** A product with so many pictures that were brought. */
  async function withPictures(count: number) {
    const { product } = await makeProduct(owner(), shop.id);
    const files = await Promise.all(
      Array.from({ length: count }, async (_, index) => [`${index}.jpg`, await jpeg()] as [string, Buffer]),
    );
    const { pictures: made } = count
      ? await addPictures.call(actingAs(keeper), { id: product.id, files: brought(...files) })
      : { pictures: [] };
    return { id: product.id, ids: made.map((each) => each.id), made };
  }
  const rows = (id: number) =>
    owner().select().from(pictures).where(eq(pictures.productId, id)).orderBy(asc(pictures.position));

  it("adds several at once, keeps what came, and tells the pages", async () => {
    const { product } = await makeProduct(owner(), shop.id);
    const [one, two] = [await jpeg(), await photograph(40, 40, 5).png().toBuffer()];
    const context = actingAs(keeper);
    const made = await addPictures.call(context, {
      id: product.id,
      files: brought(["a.jpg", one], ["looks-like.svg", two], ["again.jpg", one]),
    });
    expect(made.pictures).toMatchObject([
      { primary: true, state: "making", src: null, url: null, alt: "", problem: null },
      { primary: false, state: "making" },
    ]);
    expect([...context.expired]).toContain(`product:${product.id}`);
    expect((await rows(product.id)).map(({ original }) => original)).toEqual([hashOf(one), hashOf(two)]);
    const kept = await pictureStore().read(`originals/${hashOf(one)}`);
    expect(Buffer.from(await new Response(kept!.body).arrayBuffer()).equals(one)).toBe(true);
    // The same once more is there already.
    const again = await addPictures.call(actingAs(keeper), { id: product.id, files: brought(["a.jpg", one]) });
    expect(again.pictures).toHaveLength(2);
  });

  it.each([
    ["a drawing", "x.jpg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, "type"],
    [
      "too much",
      "x.jpg",
      Buffer.concat([Buffer.from("\xff\xd8\xff", "latin1"), Buffer.alloc(15 * 1024 * 1024)]),
      413,
      "too_large",
    ],
    ["what is broken", "x.png", Buffer.from("\x89PNG\r\n\x1a\nand then", "latin1"), 422, "broken"],
  ])("refuses %s by name, and all that came with it", async (_, name, bytes, status, code) => {
    const { id } = await withPictures(0);
    const answer = await addPictures.safe(actingAs(keeper), {
      id,
      files: brought(["fine.jpg", await jpeg()], [name, bytes]),
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { status, errors: [{ field: "files", code }], data: { file: name } },
    });
    expect(answer.ok === false && answer.error.message).toContain(name);
    expect(await rows(id)).toEqual([]);
  });

  it("refuses none, thirteen at once, and more than thirty in all", async () => {
    const { id } = await withPictures(12);
    const one = await jpeg();
    const add = (...files: [string, Buffer][]) => addPictures.safe(actingAs(keeper), { id, files: brought(...files) });
    expect(await add()).toMatchObject({ error: { status: 422, errors: [{ code: "none" }] } });
    expect(await add(...Array.from({ length: 13 }, () => ["a.jpg", one] as [string, Buffer]))).toMatchObject({
      error: { errors: [{ code: "too_many" }] },
    });
    for (const count of [12, 6]) {
      expect(
        await add(
          ...(await Promise.all(
            Array.from({ length: count }, async () => ["a.jpg", await jpeg()] as [string, Buffer]),
          )),
        ),
      ).toMatchObject({ ok: true });
    }
    expect(await add(["a.jpg", one])).toMatchObject({ error: { status: 422, errors: [{ code: "too_many_in_all" }] } });
    expect(await rows(id)).toHaveLength(30);
  });

  it("orders them, and says when the list has changed meanwhile", async () => {
    const { id, ids } = await withPictures(3);
    const [a, b, c] = ids as [number, number, number];
    const ordered = await orderPictures.call(actingAs(keeper), { id, pictures: [c, a, b] });
    expect(ordered.pictures.map((each) => each.id)).toEqual([c, a, b]);
    expect(ordered.pictures.map(({ primary }) => primary)).toEqual([false, true, false]);
    for (const wrong of [
      [c, a],
      [c, a, b, b],
      [c, a, 999_999_999],
      [c, a, b, 999_999_999],
      [a, a, b],
    ]) {
      expect(await orderPictures.safe(actingAs(keeper), { id, pictures: wrong })).toMatchObject({
        error: { status: 409 },
      });
    }
    expect((await listPictures.call(actingAs(keeper), { id })).pictures.map((each) => each.id)).toEqual([c, a, b]);
  });

  it("has one primary picture always, also when that one goes", async () => {
    const { id, ids } = await withPictures(3);
    const [a, b, c] = ids as [number, number, number];
    const primary = async () => (await rows(id)).filter((row) => row.primary).map((row) => row.id);
    expect(await primary()).toEqual([a]);
    await editPicture.call(actingAs(keeper), { id, picture: c, primary: true });
    expect(await primary()).toEqual([c]);
    await removePicture.call(actingAs(keeper), { id, picture: c });
    expect(await primary()).toEqual([a]);
    await removePicture.call(actingAs(keeper), { id, picture: b });
    await removePicture.call(actingAs(keeper), { id, picture: a });
    expect(await rows(id)).toEqual([]);
    expect(await removePicture.safe(actingAs(keeper), { id, picture: a })).toMatchObject({ error: { status: 404 } });
  });

  it("describes one, and leaves the description when it is not said", async () => {
    const { id, ids } = await withPictures(1);
    const edit = (more: object) => editPicture.call(actingAs(keeper), { id, picture: ids[0]!, ...more });
    expect((await edit({ alt: " A blue cup, from above " })).pictures[0]?.alt).toBe("A blue cup, from above");
    expect((await edit({ primary: true })).pictures[0]?.alt).toBe("A blue cup, from above");
    expect((await edit({ alt: "" })).pictures[0]?.alt).toBe("");
    expect(await editPicture.safe(actingAs(keeper), { id, picture: ids[0]!, alt: "x".repeat(501) })).toMatchObject({
      error: { status: 422 },
    });
  });

  it("shows why one could not be had, and tries again when asked", async () => {
    const { id } = await withPictures(0);
    const url = "https://shop.example/cup.jpg";
    const [row] = await owner()
      .insert(pictures)
      .values({ productId: id, url, position: 0, primary: true, problem: "answer 404", tries: 1 })
      .returning();
    const list = async () => (await listPictures.call(actingAs(staff.supervisor), { id })).pictures[0];
    expect(await list()).toMatchObject({ state: "failed", url, problem: { code: "answer", status: 404 } });
    await retryPicture.call(actingAs(keeper), { id, picture: row!.id });
    expect(await list()).toMatchObject({ state: "fetching", problem: null });
    expect((await rows(id))[0]).toMatchObject({ tries: 0 });
    const { id: other, ids } = await withPictures(1);
    expect(await retryPicture.safe(actingAs(keeper), { id: other, picture: ids[0]! })).toMatchObject({
      error: { status: 404 },
    });
  });

  it("shows at once what has sizes already, on the copy of a product as well", async () => {
    const bytes = await jpeg();
    const { id } = await withPictures(0);
    await addPictures.call(actingAs(keeper), { id, files: brought(["a.jpg", bytes]) });
    const stored = `p/${hashOf(bytes).slice(0, 32)}/48x36.webp`;
    await owner()
      .update(pictureFiles)
      .set({ stored })
      .where(eq(pictureFiles.hash, hashOf(bytes)));
    const { id: other } = await withPictures(0);
    const { pictures: made } = await addPictures.call(actingAs(staff.product_manager), {
      id: other,
      files: brought(["b.jpg", bytes]),
    });
    expect(made[0]).toMatchObject({ state: "ready", src: `/pictures/${stored}` });
    const copy = await duplicateProduct.call(actingAs(keeper), { id: other });
    expect(await rows(copy.id)).toMatchObject([{ original: hashOf(bytes), stored, primary: true }]);
  });

  it("is of the shop that the product is of, and of those who keep the market's", async () => {
    const { id, ids } = await withPictures(2);
    const { id: elsewhere } = await withPictures(1);
    const picture = ids[0]!;
    const fresh = async () => brought(["a.jpg", await jpeg()]);
    const all = (who: Parameters<typeof actingAs>[0]) => [
      async () => addPictures.safe(actingAs(who), { id, files: await fresh() }),
      () => editPicture.safe(actingAs(who), { id, picture, alt: "mine" }),
      () => orderPictures.safe(actingAs(who), { id, pictures: ids.toReversed() }),
      () => removePicture.safe(actingAs(who), { id, picture }),
      () => retryPicture.safe(actingAs(who), { id, picture }),
    ];
    const before = await rows(id);
    for (const act of all(stranger)) expect(await act()).toMatchObject({ ok: false, error: { status: 404 } });
    expect(await listPictures.safe(actingAs(stranger), { id })).toMatchObject({ error: { status: 404 } });
    for (const role of ["operator", "supervisor"] as const) {
      for (const act of all(staff[role])) expect(await act()).toMatchObject({ ok: false, error: { status: 403 } });
      expect(await listPictures.safe(actingAs(staff[role]), { id })).toMatchObject({ ok: true });
    }
    // A picture of another product is none of this one.
    expect(await editPicture.safe(actingAs(keeper), { id: elsewhere, picture, alt: "x" })).toMatchObject({
      error: { status: 404 },
    });
    expect(await removePicture.safe(actingAs(keeper), { id: elsewhere, picture })).toMatchObject({
      error: { status: 404 },
    });
    expect(await rows(id)).toEqual(before);
    for (const role of ["admin", "product_manager"] as const) {
      expect(await editPicture.safe(actingAs(staff[role]), { id, picture, alt: role })).toMatchObject({ ok: true });
    }
  });

  it("reads nothing of what a stranger brings", async () => {
    const { id } = await withPictures(0);
    let read = 0;
    async function* files() {
      read += 1;
      yield* brought(["a.jpg", await jpeg()]);
    }
    expect(await addPictures.safe(actingAs(stranger), { id, files: files() })).toMatchObject({
      error: { status: 404 },
    });
    expect(await setBanner.safe(actingAs(stranger), { id: shop.id, files: files() })).toMatchObject({
      error: { status: 404 },
    });
    expect(read).toBe(0);
  });

  it("takes a shop's banner from its owner and from those who keep shops", async () => {
    const bytes = await photograph(160, 60, 3).webp().toBuffer();
    const set = (who: Parameters<typeof actingAs>[0]) =>
      setBanner.safe(actingAs(who), { id: shop.id, files: brought(["b.webp", bytes]) });
    const clerk = await makeMember(owner(), shop.id, "staff");
    expect(await set(clerk)).toMatchObject({ error: { status: 403 } });
    expect(await set(staff.product_manager)).toMatchObject({ error: { status: 403 } });
    expect(await set(staff.supervisor)).toMatchObject({ error: { status: 403 } });
    expect(await set(stranger)).toMatchObject({ error: { status: 404 } });
    const context = actingAs(keeper);
    const made = await setBanner.call(context, { id: shop.id, files: brought(["b.webp", bytes]) });
    expect(made).toEqual({ id: shop.id, src: null, state: "making", problem: null });
    expect([...context.expired]).toContain(`retailer:${shop.id}`);
    expect(await set(staff.operator)).toMatchObject({ ok: true });
    expect(await readBanner.call(actingAs(clerk), { id: shop.id })).toMatchObject({ state: "making" });
    expect(await readBanner.safe(actingAs(stranger), { id: shop.id })).toMatchObject({ error: { status: 404 } });
    await owner()
      .update(pictureFiles)
      .set({ problem: "broken" })
      .where(eq(pictureFiles.hash, hashOf(bytes)));
    expect(await readBanner.call(actingAs(keeper), { id: shop.id })).toMatchObject({
      state: "failed",
      problem: "broken",
    });
    expect(await removeBanner.call(actingAs(keeper), { id: shop.id })).toMatchObject({ state: "none" });
    expect(await removeBanner.safe(actingAs(stranger), { id: shop.id })).toMatchObject({ error: { status: 404 } });
    const [row] = await owner().select().from(retailers).where(eq(retailers.id, shop.id));
    expect(row).toMatchObject({ banner: null, bannerOriginal: null });
  });
});
