import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeMember, makeStaff } from "@/db/testing/factories";
import { overflow, signInByApi } from "./support/pages";
import type { Shop } from "./support/shop";
import { addToCart, expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string | RegExp) =>
  main(page)
    .getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
    .click();
const done = (page: Page, text: string) => expect(main(page).getByRole("status").getByText(text)).toBeVisible();

async function signedInAs(page: Page, shop: Shop, person: { id: number }, kind: string): Promise<string> {
  const email = `${kind}-${randomUUID()}@example.com`;
  await shop.rows("update users set email = $2 where id = $1 returning 1", person.id, email);
  await signInByApi(page, email);
  return email;
}

const asMember = async (page: Page, shop: Shop, retailerId: number, role: "owner" | "staff" = "owner") =>
  signedInAs(page, shop, await makeMember(shop.db, retailerId, role), role);
const asStaff = async (page: Page, shop: Shop, role: Parameters<typeof makeStaff>[1]) =>
  signedInAs(page, shop, await makeStaff(shop.db, role), role);

async function isSound(page: Page, scripted: boolean): Promise<void> {
  // A colour on its way to another is neither.
  await page.emulateMedia({ reducedMotion: "reduce" });
  // What looks for barriers is a script itself.
  const { violations } = scripted ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

const place = { addressLine: "Marktstraße 1", postcode: "10115", trade: "Tea", latitude: 52.5, longitude: 13.4 };

test("an owner changes what a delivery costs; shop page and cart say so, and a paused shop takes no orders", async ({
  page,
  shop,
  scripted,
}) => {
  const { shop: own, product, variant } = await shop.open({ price: 20_00 }, place);
  await asMember(page, shop, own.id);
  await page.goto("/admin/shop");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(own.name);
  await isSound(page, scripted);
  await main(page).getByRole("link", { name: "Delivery and stock" }).click();
  await main(page)
    .getByRole("textbox", { name: /^Delivery costs/ })
    .fill("a lot");
  await press(page, "Save");
  await expect(main(page).getByRole("alert")).toContainText("Write an amount of money");
  await expect(main(page).getByRole("textbox", { name: /^Delivery costs/ })).toHaveValue("a lot");
  await isSound(page, scripted);
  await main(page)
    .getByRole("textbox", { name: /^Delivery costs/ })
    .fill("7.40");
  await main(page)
    .getByRole("textbox", { name: /^Delivers within/ })
    .fill("12,5");
  await press(page, "Save");
  await done(page, "Saved. Shoppers see it now.");
  await expect(main(page).getByRole("textbox", { name: /^Delivers within/ })).toHaveValue("12.5");

  await page.goto(`/retailers/${own.handle}`);
  await expect(main(page)).toContainText("Delivers for €7.40");
  await expect(main(page)).toContainText("within 12.5 km");
  await addToCart(page, [variant.id, 1]);
  await page.goto("/cart");
  await expect(main(page)).toContainText("€7.40");

  await page.goto(`/admin/shop/${own.id}`);
  await press(page, /^Pause the shop/);
  await done(page, "The shop is paused. Shoppers see it, and it takes no orders.");
  await page.goto(`/products/${product.slug}`);
  await expect(main(page)).toContainText("Takes no orders just now");
  await page.goto("/cart");
  await expect(main(page)).toContainText("The shop takes no orders just now.");
  const refused = await page.request.post("/api/orders", {
    headers: { "idempotency-key": randomUUID() },
    data: { contact: { name: "Ada", email: "ada@example.com", phone: "+49 30 1234567" }, fulfilment: "pickup" },
  });
  expect(refused.status()).toBe(409);
  expect((await refused.json()).errors[0].code).toBe("paused");
});

test("an owner keeps a week with split shifts and nights, and days that differ, which shoppers see", async ({
  page,
  shop,
  scripted,
}) => {
  const { shop: own } = await shop.open({}, place);
  await asMember(page, shop, own.id);
  await page.goto(`/admin/shop/${own.id}/hours`);
  await isSound(page, scripted);
  await press(page, "Add a shift on Saturday");
  await main(page).getByLabel("Saturday, shift 1: opens").fill("22:00");
  await main(page).getByLabel("Saturday, shift 1: closes").fill("02:00");
  await press(page, "Add a shift on Sunday");
  await main(page).getByLabel("Sunday, shift 1: opens").fill("01:00");
  await main(page).getByLabel("Sunday, shift 1: closes").fill("03:00");
  await press(page, "Save");
  await expect(main(page).getByRole("alert")).toContainText("This runs into");
  await expect(main(page).getByLabel("Saturday, shift 1: opens")).toHaveValue("22:00");
  await isSound(page, scripted);
  await press(page, "Remove shift 1 of Sunday");
  await expect(main(page).getByLabel("Sunday, shift 1: opens")).toHaveCount(0);
  await main(page).getByRole("combobox", { name: "Copy" }).selectOption({ label: "Saturday" });
  await main(page).getByRole("checkbox", { name: "Sunday" }).check();
  await press(page, "Copy");
  await expect(main(page).getByLabel("Sunday, shift 1: closes")).toHaveValue("02:00");
  await press(page, "Save");
  await done(page, "Saved. Shoppers see it now.");

  await main(page).getByRole("link", { name: "Holidays" }).click();
  const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
  await main(page).getByLabel("First day").fill(day(2));
  await main(page).getByLabel("Last day").fill(day(3));
  await main(page).getByRole("textbox", { name: "What it is" }).fill("Harvest fair");
  await press(page, "Add");
  await main(page)
    .getByRole("button", { name: /^Add other hours on/ })
    .first()
    .click();
  await main(page)
    .getByLabel(/shift 1: opens$/)
    .fill("10:00");
  await main(page)
    .getByLabel(/shift 1: closes$/)
    .fill("12:00");
  await isSound(page, scripted);
  await press(page, "Save");
  await done(page, "Saved. Shoppers see it now.");

  await page.goto(`/retailers/${own.handle}`);
  await expect(main(page)).toContainText("22:00–02:00");
  await expect(main(page)).toContainText("Other hours on these days");
  await expect(main(page).getByText("Harvest fair")).toHaveCount(2);
  await expect(main(page)).toContainText("10:00–12:00");
  // The page is kept; whether the shop is open now, the browser finds out.
  if (scripted) await expect(main(page)).toContainText(/(?:Open|Closed) now,/);
  await isSound(page, scripted);
});

test("of two who save one page the second is told, and nothing of either is lost", async ({ page, shop, scripted }) => {
  const { shop: own } = await shop.open({}, place);
  await asMember(page, shop, own.id);
  await page.goto(`/admin/shop/${own.id}`);
  await shop.rows("update retailers set tagline = 'Theirs', trade = 'Cups' where id = $1 returning 1", own.id);
  await main(page).getByRole("textbox", { name: "Line below the name" }).fill("Mine");
  await main(page).getByRole("textbox", { name: "About the shop" }).fill("Tea.\n\nAnd cups.");
  await press(page, "Save");
  await expect(main(page)).toContainText("You both changed");
  await expect(main(page).getByRole("textbox", { name: "Category of trade" })).toHaveValue("Cups");
  await expect(main(page).getByRole("textbox", { name: "Line below the name" })).toHaveValue("Mine");
  await isSound(page, scripted);
  await press(page, "Save");
  await done(page, "Saved. Shoppers see it now.");
  await expect(main(page).getByRole("textbox", { name: "About the shop" })).toHaveValue("Tea.\n\nAnd cups.");
  const [kept] = await shop.rows("select tagline, trade from retailers where id = $1", own.id);
  expect(kept).toEqual({ tagline: "Mine", trade: "Cups" });
});

test("staff let a shop into the market and close it with a reason that its owner reads, who applies again after a refusal", async ({
  page,
  shop,
  browser,
  scripted,
}) => {
  const { shop: waiting } = await shop.open(
    {},
    { ...place, status: "pending", name: `Wartend ${randomUUID().slice(0, 8)}` },
  );
  const { baseURL, javaScriptEnabled } = test.info().project.use;
  const elsewhere = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: javaScriptEnabled ?? true });
  const theirs = await elsewhere.newPage();
  const email = await asMember(theirs, shop, waiting.id);
  await asStaff(page, shop, "operator");

  await page.goto(`/admin/retailers?q=${encodeURIComponent(waiting.name)}`);
  await expect(main(page)).toContainText(/applications? waits?/);
  await isSound(page, scripted);
  await main(page).getByRole("link", { name: waiting.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(waiting.name);
  await isSound(page, scripted);
  await press(page, /^Refuse/);
  await expect(main(page).getByRole("alert")).toContainText("Say why");
  await main(page).getByRole("textbox", { name: "Reason" }).fill("We found no such street.");
  await press(page, /^Refuse/);
  await done(page, "The application is refused. The owners get a message with the reason.");

  await theirs.goto("/sign-up/shop/status");
  await expect(main(theirs)).toContainText("We found no such street.");
  await isSound(theirs, scripted);
  await main(theirs).getByRole("link", { name: "Mend it and apply again" }).click();
  await press(theirs, /^Apply again/);
  await done(theirs, "Your application is with us again.");

  await page.reload();
  await expect(main(page)).toContainText("It was refused before");
  expect((await page.request.get(`/retailers/${waiting.handle}`)).status()).toBe(404);
  await press(page, /^Approve/);
  await done(page, "The shop is open. Its owners get a message.");
  await theirs.goto(`/retailers/${waiting.handle}`);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(waiting.name);

  await page.goto(`/admin/retailers/${waiting.id}`);
  await main(page).getByRole("textbox", { name: "Reason" }).fill("Orders were not answered.");
  await press(page, /^Close the shop/);
  await done(page, "The shop is closed to everybody.");
  expect((await theirs.request.get(`/retailers/${waiting.handle}`)).status()).toBe(404);
  await theirs.goto("/sign-up/shop/status");
  await expect(main(theirs)).toContainText("Orders were not answered.");
  await expect(async () => {
    const told = await theirs.request.get("/dev/outbox.json", { params: { to: email } });
    const subjects = ((await told.json()) as { subject: string }[]).map(({ subject }) => subject);
    expect(subjects).toEqual(expect.arrayContaining(["Your shop is open", "Your shop was closed"]));
  }).toPass();
  await elsewhere.close();
});

test("who only reads finds no control, and nobody another's shop", async ({ page, shop }) => {
  const { shop: own } = await shop.open({}, place);
  const { shop: foreign } = await shop.open({}, place);
  await asMember(page, shop, own.id, "staff");
  for (const part of ["", "/place", "/hours", "/days", "/delivery", "/people"]) {
    expect((await page.goto(`/admin/shop/${own.id}${part}`))?.status()).toBe(200);
    await expect(main(page).getByRole("button", { name: /^(Save|Pause|Remove|Add)/ })).toHaveCount(0);
  }
  for (const path of [`/admin/shop/${foreign.id}`, `/admin/shop/${own.id}/nothing`, "/admin/retailers"])
    expect((await page.request.get(path)).status(), path).toBe(404);
  const change = (id: number) => page.request.patch(`/api/retailers/${id}`, { data: { name: "Mine" } });
  expect((await change(own.id)).status()).toBe(403);
  expect((await change(foreign.id)).status()).toBe(403);
  expect((await page.request.get(`/api/admin/retailers/${foreign.id}`)).status()).toBe(404);
});

test("a supervisor sees every page of a shop and changes none", async ({ page, shop }) => {
  const { shop: own } = await shop.open({}, { ...place, status: "pending" });
  await asStaff(page, shop, "supervisor");
  for (const part of ["", "/place", "/hours", "/days", "/delivery", "/people"]) {
    expect((await page.goto(`/admin/retailers/${own.id}${part}`))?.status()).toBe(200);
    await expect(main(page).getByRole("button", { name: /^(Save|Approve|Refuse|Remove|Add)/ })).toHaveCount(0);
  }
});
