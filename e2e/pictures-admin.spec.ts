import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeMember, makeStaff } from "@/db/testing/factories";
import { photograph } from "@/lib/platform/pictures/testing/photograph";
import { overflow, signInByApi } from "./support/pages";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const cards = (page: Page) => main(page).getByRole("article");

async function signIn(page: Page, shop: Shop, person: { id: number }) {
  const email = `pictures-${randomUUID()}@example.com`;
  await shop.rows("update users set email = $2 where id = $1 returning 1", person.id, email);
  await signInByApi(page, email);
}

async function isSound(page: Page, scripted: boolean): Promise<void> {
  const { violations } = scripted ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

let seed = Date.now() % 1_000_000;
const file = async (name: string, width: number, height: number) => {
  seed += 1;
  return { name, mimeType: "image/jpeg", buffer: await photograph(width, height, seed).jpeg().toBuffer() };
};

async function upload(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await main(page).locator('input[type="file"]').setInputFiles(files);
  await main(page).getByRole("button", { name: "Upload" }).click();
}

test("a shopkeeper brings pictures, orders and describes them, and shoppers get sizes of them", async ({
  page,
  shop,
  scripted,
}) => {
  const { shop: owned, product } = await shop.open();
  await signIn(page, shop, await makeMember(shop.db, owned.id));
  await page.goto(`/admin/products/${product.id}`);
  await main(page).getByRole("link", { name: "Add, order and describe pictures" }).click();
  await expect(main(page)).toContainText("This product has no pictures");
  await isSound(page, scripted);

  await upload(page, { name: "cup.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg/>") });
  await expect(main(page).getByRole("alert").filter({ hasText: "cup.jpg" })).toContainText("is not a picture");

  await upload(page, await file("one.jpg", 700, 500), await file("two.jpg", 300, 400));
  await expect(page).toHaveURL(/done=pictures_added/);
  await expect(cards(page)).toHaveCount(2);
  await expect(async () => {
    if (!scripted) await page.reload();
    await expect(cards(page).locator("img")).toHaveCount(2, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await isSound(page, scripted);

  const second = cards(page).nth(1);
  await second.getByRole("textbox", { name: "Description" }).fill("A cup beside a window");
  await second.getByRole("button", { name: "Save description" }).click();
  await expect(page).toHaveURL(/done=picture_described/);
  await cards(page).nth(1).getByRole("button", { name: "Move earlier" }).click();
  await expect(page).toHaveURL(/done=pictures_ordered/);
  await cards(page).nth(0).getByRole("button", { name: "Show in lists" }).click();
  await expect(page).toHaveURL(/done=picture_primary/);
  await expect(cards(page).nth(0)).toContainText("Shown in lists");

  await page.goto(`/products/${product.slug}`);
  const picture = main(page).locator("#picture-1 picture");
  await expect(picture.locator("img")).toHaveAttribute("alt", "A cup beside a window");
  await expect(picture.locator("source")).toHaveAttribute("srcset", /300x400\.avif 300w$/);
  await expect
    .poll(() => picture.locator("img").evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0);
  await isSound(page, scripted);

  await page.goto(`/admin/products/${product.id}/pictures`);
  await cards(page).nth(0).getByRole("button", { name: "Remove" }).click();
  await expect(page).toHaveURL(/done=picture_removed/);
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page).nth(0)).toContainText("Shown in lists");
});

test("pictures are dragged into their order", async ({ page, shop, scripted, isMobile }) => {
  test.skip(!scripted || isMobile, "by a mouse, with a script");
  const { shop: owned, product } = await shop.open();
  await signIn(page, shop, await makeMember(shop.db, owned.id));
  await page.goto(`/admin/products/${product.id}/pictures`);
  await upload(page, await file("one.jpg", 60, 60), await file("two.jpg", 60, 60), await file("three.jpg", 60, 60));
  await expect(cards(page)).toHaveCount(3);
  const order = () =>
    shop
      .rows<{ id: number }>("select id from pictures where product_id = $1 order by position", product.id)
      .then((rows) => rows.map(({ id }) => id));
  const [a, b, c] = await order();
  await cards(page).nth(2).getByText("Picture 3 of 3").first().dragTo(cards(page).nth(0));
  await expect.poll(order).toEqual([c, a, b]);
});

test("a supervisor looks and changes nothing; another shop finds nothing", async ({ page, shop }) => {
  const { product } = await shop.open();
  await shop.rows(
    "insert into pictures (product_id, position, url, problem, is_primary) values ($1, 0, 'https://pictures.example/a.jpg', 'answer 404', true)",
    product.id,
  );
  await signIn(page, shop, await makeStaff(shop.db, "supervisor"));
  await page.goto(`/admin/products/${product.id}/pictures`);
  await expect(cards(page)).toContainText("The server there answered 404");
  await expect(main(page).getByRole("button").filter({ visible: true })).toHaveCount(
    await main(page).getByRole("button", { name: "Sign out" }).filter({ visible: true }).count(),
  );
  const other = await shop.open();
  await page.context().clearCookies();
  await signIn(page, shop, await makeMember(shop.db, other.shop.id));
  expect((await page.goto(`/admin/products/${product.id}/pictures`))?.status()).toBe(404);
});
