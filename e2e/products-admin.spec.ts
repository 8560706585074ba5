import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeCategory, makeMember, makeStaff } from "@/db/testing/factories";
import { overflow, signInByApi } from "./support/pages";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string | RegExp) =>
  main(page).getByRole("button", { name, exact: true }).last().click();
const field = (page: Page, name: string) => main(page).getByRole("textbox", { name, exact: true });
const heading = (page: Page) => main(page).getByRole("heading", { level: 1 }).filter({ visible: true });
/** A page that was left stays in the document for a while, out of sight. */
const rows = (page: Page) => main(page).locator("tbody tr").filter({ visible: true });

async function isSound(page: Page, scripted: boolean): Promise<void> {
  // What looks for barriers is a script itself.
  const { violations } = scripted ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

/** Signs in as somebody that was just made, under an address of their own. */
async function as(page: Page, shop: Shop, { id }: { id: number }): Promise<void> {
  const email = `keeper-${randomUUID()}@example.com`;
  await shop.rows("update users set email = $2 where id = $1 returning 1", id, email);
  await signInByApi(page, email);
}

test("a product is made with options, found, published, seen in the shop and moved to another address", async ({
  page,
  shop,
  scripted,
}) => {
  const { shop: own } = await shop.open();
  const category = await makeCategory(shop.db, { name: `Kettles ${own.id}`, slug: `kettles-${own.id}` });
  await as(page, shop, await makeMember(shop.db, own.id, "staff"));
  await page.goto("/admin/products/new");
  await isSound(page, scripted);
  const name = `Kettle ${own.id}`;
  await field(page, "Name").fill(name);
  await field(page, "New option").fill("Colour");
  await field(page, "Its values").fill("Red, Ink");
  await press(page, "Apply options");
  await expect(main(page).getByText("Nothing is saved yet.")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await isSound(page, scripted);
  await main(page).getByRole("searchbox", { name: "Find a category" }).fill(category.name);
  await press(page, "Find");
  await main(page).getByRole("radio", { name: category.name }).check();
  await field(page, "Price in EUR, Red").fill("19.5");
  await field(page, "Price in EUR, Ink").fill("much");
  await field(page, "First stock, Red").fill("4");
  await main(page).getByRole("combobox", { name: "Status" }).selectOption("published");
  await press(page, "Add product");
  await expect(field(page, "Price in EUR, Ink")).toHaveAttribute("aria-invalid", "true");
  await field(page, "Price in EUR, Ink").fill("1,021.00");
  await press(page, "Add product");
  await expect(main(page).getByText("The product is saved.")).toBeVisible();
  await expect(heading(page)).toHaveText(name);
  await expect(main(page).getByRole("radio", { name: category.name })).toBeChecked();
  await expect(main(page).getByRole("link", { name: "Stock, Red: 4" })).toBeVisible();
  const editor = page.url();

  await main(page).getByRole("link", { name: "See it in the shop" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goto(editor);
  await field(page, "Name").fill(`${name} II`);
  await field(page, "Address").fill(`kettle-${own.id}-two`);
  await press(page, "Save product");
  await expect(heading(page)).toHaveText(`${name} II`);
  await page.goto(`/products/kettle-${own.id}-two`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} II`);

  await page.goto(`/admin/products?q=kettle+${own.id}`);
  await expect(rows(page)).toHaveCount(1);
  await isSound(page, scripted);
  await main(page)
    .getByRole("link", { name: `${name} II` })
    .click();
  await press(page, /^Duplicate/);
  await expect(heading(page)).toHaveText(`${name} II (copy)`);
  await press(page, /^Remove/);
  await expect(main(page).getByText("The product is removed.")).toBeVisible();
});

test("the second of two who edit a product sees what the first changed, and chooses", async ({
  page,
  shop,
  scripted,
}) => {
  const { shop: own, product } = await shop.open({ price: 10_00 });
  await as(page, shop, await makeMember(shop.db, own.id));
  const other = await page.context().newPage();
  for (const each of [page, other]) await each.goto(`/admin/products/${product.id}`);
  await field(page, "Name").fill("Their name");
  await field(page, "Price in EUR, The product").fill("11.00");
  await press(page, "Save product");
  await expect(heading(page)).toHaveText("Their name");
  await field(other, "Name").fill("My name");
  await field(other, "Weight in g, The product").fill("777");
  await press(other, "Save product");
  await expect(main(other).getByRole("heading", { name: "Both of you changed this" })).toBeVisible();
  await expect(main(other).getByText("€10.00 → €11.00")).toBeVisible();
  await isSound(other, scripted);
  await main(other).getByRole("radio", { name: "Keep mine: My name" }).check();
  await press(other, "Save product");
  await expect(heading(other)).toHaveText("My name");
  await expect(field(other, "Price in EUR, The product")).toHaveValue("11.00");
  await expect(field(other, "Weight in g, The product")).toHaveValue("777");
});

test("prices are changed by percent after they were shown, and what changed meanwhile is left", async ({
  page,
  shop,
  scripted,
}) => {
  const first = await shop.open({ price: 10_05 });
  const second = await shop.sell(first.shop, { price: 20_00 });
  await as(page, shop, await makeMember(shop.db, first.shop.id));
  await page.goto("/admin/products");
  await main(page).getByRole("checkbox", { name: first.product.name }).check();
  await main(page).getByRole("combobox", { name: "What to do" }).selectOption("price");
  await press(page, "Show what would change");
  await expect(main(page).getByRole("textbox", { name: "Percent" })).toHaveAttribute("aria-invalid", "true");
  await main(page).getByRole("radio", { name: "All that this view finds" }).check();
  await main(page).getByRole("combobox", { name: "What to do" }).selectOption("price");
  await main(page).getByRole("textbox", { name: "Percent" }).fill("10 %");
  await press(page, "Show what would change");
  await expect(heading(page)).toHaveText("Change prices");
  await expect(rows(page).filter({ hasText: first.product.name })).toContainText("€11.06");
  await expect(rows(page)).toHaveCount(2);
  await isSound(page, scripted);
  await shop.rows("update variants set price = 5 where id = $1 returning 1", second.variant.id);
  await press(page, "Change 2 products");
  await expect(main(page).getByText("One entry was changed.")).toBeVisible();
  await expect(rows(page)).toContainText(["€0.05"]);
  await isSound(page, scripted);
});

const status = async (page: Page, path: string) => (await page.request.get(path)).status();

test("nobody comes to another shop's product, and a supervisor changes none", async ({ page, shop }) => {
  const goods = await shop.open();
  const thief = await shop.open();
  await as(page, shop, await makeMember(shop.db, thief.shop.id));
  const { id } = goods.product;
  expect(await status(page, `/admin/products/${id}`)).toBe(404);
  expect(await status(page, `/api/admin/products/${id}`)).toBe(404);
  for (const method of ["PATCH", "DELETE"]) {
    const answer = await page.request.fetch(`/api/products/${id}`, {
      method,
      ...(method === "PATCH" && { data: { name: "Mine" } }),
    });
    expect(answer.status()).toBe(404);
  }
  expect(await shop.rows("select name from products where id = $1", id)).toEqual([{ name: goods.product.name }]);
  await page.context().clearCookies();
  await as(page, shop, await makeStaff(shop.db, "supervisor"));
  await page.goto(`/admin/products/${id}`);
  await expect(heading(page)).toHaveText(goods.product.name);
  await expect(main(page).getByRole("textbox")).toHaveCount(0);
  await expect(main(page).getByRole("button", { name: /Save|Duplicate|Remove/ })).toHaveCount(0);
  expect(await status(page, "/admin/products/new")).toBe(404);
  expect((await page.request.delete(`/api/products/${id}`)).status()).toBe(403);
});
