import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { makeMember, makeStaff, makeUser } from "@/db/testing/factories";
import { overflow, signInByApi } from "./support/pages";
import type { Goods, Shop } from "./support/shop";
import { addToCart, expect, fillCheckout, scriptRuns, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name }).first().click();
const status = (page: Page) => main(page).getByRole("status");
const address = { line1: "Lange Gasse 1", postcode: "10115", city: "Berlin", country: "DE" };

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

/** A shopper in a browser of their own, who orders and looks. */
async function shopper(browser: Browser, email: string): Promise<Page> {
  const { baseURL, extraHTTPHeaders } = test.info().project.use;
  const context = await browser.newContext({
    baseURL: baseURL!,
    extraHTTPHeaders: { ...extraHTTPHeaders, "x-forwarded-for": "10.9.8.7" },
  });
  const page = await context.newPage();
  await signInByApi(page, email);
  return page;
}

async function order(page: Page, { variant }: Goods, email: string, over: object = {}): Promise<string> {
  await addToCart(page, [variant.id, 2]);
  const placed = await page.request.post("/api/orders", {
    headers: { "idempotency-key": randomUUID() },
    data: {
      contact: { name: "Ada Example", email, phone: "+49 30 1234567" },
      ...{ address, fulfilment: "delivery", ...over },
    },
  });
  expect(placed.status()).toBe(201);
  return `${((await placed.json()) as { data: { number: number } }).data.number}-1`;
}

test("a shop confirms one order and several, brings one to its shopper, and packs", async ({
  page,
  shop,
  email,
  scripted,
  browser,
}) => {
  const goods = await shop.open({ price: 20_00 });
  const buyer = await shopper(browser, email);
  const [first, second, third] = [
    await order(buyer, goods, email, { note: "زنگ دوم" }),
    await order(buyer, goods, email),
    await order(buyer, goods, email, { fulfilment: "pickup" }),
  ];
  await as(page, shop, await makeMember(shop.db, goods.shop.id, "staff"));
  await page.goto("/admin/orders");
  await isSound(page, scripted);
  await expect(main(page).getByRole("link", { name: "New 3" })).toHaveAttribute("aria-current", "page");
  if (scripted) await scriptRuns(page);
  await press(page, `Confirm order ${first}`);
  await expect(status(page)).toContainText("The order has moved on.");
  await expect(main(page).getByRole("link", { name: "New 2" })).toBeVisible();

  // One of those that are selected is taken back meanwhile.
  for (const number of [second, third])
    await main(page)
      .getByRole("checkbox", { name: `Select ${number}` })
      .check();
  expect((await buyer.request.post(`/api/profile/orders/${third}/cancel`, { data: {} })).status()).toBe(200);
  if (scripted) await scriptRuns(page);
  await main(page).getByRole("button", { name: "Confirm", exact: true }).click();
  const told = main(page).getByRole("alert");
  await expect(told).toContainText("One order was moved, one stayed where it is.");
  await expect(told).toContainText(`${third}: It has moved on by now: Cancelled.`);
  await expect(main(page).getByText("No order here")).toBeVisible();

  await page.goto("/admin/orders?status=confirmed");
  await main(page).getByRole("link", { name: first, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${first}`);
  await isSound(page, scripted);
  await expect(main(page).getByText("زنگ دوم")).toBeVisible();
  if (scripted) await scriptRuns(page);
  await main(page).getByRole("textbox", { name: "A note" }).fill("In blue paper");
  await press(page, "Start preparing");
  await expect(status(page)).toContainText("The order has moved on.");
  await buyer.goto(`/profile/orders/${first}`);
  await expect(main(buyer)).toContainText("Being prepared");
  await expect(main(buyer)).toContainText("In blue paper");

  await page.goto("/admin/orders/packing?status=confirmed");
  await isSound(page, scripted);
  await expect(main(page).getByRole("article")).toHaveCount(1);
  await expect(main(page).getByRole("article")).toContainText(second);
  await expect(main(page).getByRole("article")).not.toContainText("€");
});

test("whoever is second hears that the order has moved on; another shop's order is not there", async ({
  page,
  shop,
  email,
  scripted,
  browser,
}) => {
  const goods = await shop.open();
  const buyer = await shopper(browser, email);
  const number = await order(buyer, goods, email);
  const elsewhere = await order(buyer, await shop.open(), email);
  await as(page, shop, await makeMember(shop.db, goods.shop.id));
  const other = await order(buyer, goods, email);
  await page.goto("/admin/orders");
  expect((await buyer.request.post(`/api/profile/orders/${other}/cancel`, { data: {} })).status()).toBe(200);
  if (scripted) await scriptRuns(page);
  await press(page, `Confirm order ${other}`);
  await expect(main(page).getByRole("alert")).toContainText(`Order ${other} was not moved`);
  await page.goto(`/admin/orders/${number}`);
  expect((await buyer.request.post(`/api/profile/orders/${number}/cancel`, { data: {} })).status()).toBe(200);
  if (scripted) await scriptRuns(page);
  await press(page, "Confirm");
  await expect(main(page).getByRole("alert")).toContainText("It has moved on by now: Cancelled. Nothing was changed.");
  expect((await page.goto(`/admin/orders/${elsewhere}`))?.status()).toBe(404);
  expect((await page.request.get(`/api/admin/orders/${elsewhere}`)).status()).toBe(404);
  const moved = await page.request.post(`/api/orders/${elsewhere}/status`, {
    data: { from: "pending", to: "confirmed" },
  });
  expect(moved.status()).toBe(404);
});

test("an operator finds an order by part of an address and sees the contact for a reason", async ({
  page,
  shop,
  email,
  scripted,
  browser,
}) => {
  const goods = await shop.open();
  const number = await order(await shopper(browser, email), goods, email);
  await as(page, shop, await makeStaff(shop.db, "operator"));
  await page.goto("/admin/orders");
  await main(page).getByRole("searchbox").first().fill(email.slice(8, 30).toUpperCase());
  await press(page, "Show");
  await expect(main(page)).toContainText("One order found");
  await isSound(page, scripted);
  await main(page).getByRole("link", { name: number, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${number}`);
  await isSound(page, scripted);
  await expect(main(page)).not.toContainText(email);
  if (scripted) await scriptRuns(page);
  await main(page).getByRole("textbox", { name: "Why do you need it?" }).fill("no");
  await press(page, "Show contact");
  await expect(main(page).getByRole("alert")).toContainText("Say why, in five characters or more.");
  await main(page).getByRole("textbox", { name: "Why do you need it?" }).fill("The courier waits");
  await press(page, "Show contact");
  await expect(status(page)).toContainText(email);
  await expect(status(page)).toContainText("Lange Gasse 1");
  const [row] = await shop.rows<{ reason: string }>(
    "select after ->> 'reason' as reason from audit_log where action = 'reveal' and relation = 'orders' and record = (select id::text from orders where number = $1)",
    number,
  );
  expect(row).toEqual({ reason: "The courier waits" });
});

test("an operator takes an order down on the phone, and whoever called finds it", async ({
  page,
  shop,
  email,
  scripted,
  browser,
}) => {
  const goods = await shop.open({ price: 12_00 });
  await as(page, shop, await makeStaff(shop.db, "operator"));
  await page.goto(`/admin/phone-orders?items=${goods.variant.id}x1`);
  await isSound(page, scripted);
  await main(page).getByText("Open an account").click();
  await main(page).getByRole("textbox", { name: "Name", exact: true }).fill("Ring Caller");
  await main(page).getByRole("textbox", { name: "E-mail", exact: true }).fill(email);
  if (scripted) await scriptRuns(page);
  await press(page, "Open the account");
  await expect(page).toHaveURL(/customer=\d+/);
  await expect(main(page)).toContainText("Ring Caller");
  await isSound(page, scripted);

  const quantity = main(page).getByRole("spinbutton").first();
  await quantity.fill("3");
  await press(page, /^Change/);
  await expect(page).toHaveURL(new RegExp(`set=${goods.variant.id}&quantity=3`));
  await expect(main(page)).toContainText("€36.00");
  if (scripted) await scriptRuns(page);
  await fillCheckout(page, email);
  await press(page, "Place the order");
  await expect(status(page)).toContainText("The order is placed.");
  await expect(main(page)).toContainText("by Test operator, of the market");
  const number = new URL(page.url()).pathname.split("/").at(-1)!;
  const caller = await shopper(browser, email);
  await caller.goto(`/profile/orders/${number}`);
  await expect(main(caller)).toContainText("€41.00");
});

test("a supervisor sees every order and no way to change one", async ({ page, shop, email, scripted, browser }) => {
  const goods = await shop.open();
  const number = await order(await shopper(browser, email), goods, email);
  await as(page, shop, await makeStaff(shop.db, "supervisor"));
  await page.goto(`/admin/orders?shop=${goods.shop.handle}`);
  await isSound(page, scripted);
  await expect(main(page).getByRole("button", { name: /Confirm|Cancel|Reject/ })).toHaveCount(0);
  await main(page).getByRole("link", { name: number, exact: true }).click();
  await expect(main(page).getByRole("heading", { level: 1 })).toContainText(number);
  await expect(main(page).getByRole("button", { name: /Confirm|Cancel|contact/ })).toHaveCount(0);
  await expect(main(page)).not.toContainText(email);
  expect((await page.goto("/admin/phone-orders"))?.status()).toBe(404);
  const other = await makeUser(shop.db);
  const data = { customerId: other.id, items: [{ variantId: goods.variant.id, quantity: 1 }] };
  for (const [path, body] of [
    [`/api/orders/${number}/status`, { from: "pending", to: "confirmed" }],
    [`/api/admin/orders/${number}/reveal`, { reason: "Just looking" }],
    ["/api/admin/orders", data],
  ] as const) {
    expect((await page.request.post(path, { data: body })).status(), path).toBe(403);
  }
});
