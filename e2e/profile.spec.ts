import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { stepOf, totp } from "@/lib/accounts/totp";
import { overflow, signInByApi } from "./support/pages";
import type { Shop } from "./support/shop";
import { addToCart, codeFor, expect, test } from "./support/test";

const address = { name: "Ada Example", line1: "Lange Gasse 1", postcode: "10115", city: "Berlin", country: "DE" };

/** To a view, until its script has taken over where there is one. */
async function open(page: Page, scripted: boolean, path: string): Promise<void> {
  await page.goto(path);
  if (scripted) await page.locator("[data-ready]").waitFor();
}

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => main(page).getByRole("heading", { level: 1 });
const notice = (page: Page, text: string) => main(page).locator("[data-profile-done]").getByText(text);
const field = (page: Page, name: string) => main(page).getByRole("textbox", { name, exact: true });
const press = (page: Page, name: string) => main(page).getByRole("button", { name }).click();
/** What cannot be taken back is asked about first. */
const surely = async (page: Page, what: string, yes: string) => {
  await main(page).locator("summary").filter({ hasText: what }).click();
  await press(page, yes);
};
const view = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "My profile" }).getByRole("link", { name, exact: true });

/** An order of one thing at a shop of the test's own, and the address it can be seen at. */
async function order(page: Page, shop: Shop, email: string, name = "Ada Example") {
  const goods = await shop.open({ stock: 9, price: 20_00 }, { picksUp: true });
  await addToCart(page, [goods.variant.id, 2]);
  const placed = await page.request.post("/api/orders", {
    headers: { "idempotency-key": randomUUID() },
    data: { contact: { name, email, phone: "+49 30 1234567" }, address, fulfilment: "delivery" },
  });
  expect(placed.status()).toBe(201);
  const { number } = ((await placed.json()) as { data: { number: number } }).data;
  return { ...goods, number: `${number}-1`, path: `/profile/orders/${number}-1` };
}

/** The same account, signed in with another browser. */
async function elsewhere(page: Page, browser: Browser, shop: Shop, email: string): Promise<Page> {
  const before = await codeFor(page, email);
  await shop.forgetSends(email);
  const { baseURL, javaScriptEnabled } = test.info().project.use;
  const other = await browser.newContext({
    baseURL: baseURL!,
    javaScriptEnabled: javaScriptEnabled ?? true,
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    extraHTTPHeaders: { "x-forwarded-for": "10.1.2.3" },
  });
  const there = await other.newPage();
  await signInByApi(there, email, before);
  return there;
}

test("the account's link leads to the profile, and the old address of orders too", async ({
  page,
  email,
  scripted,
}) => {
  await page.goto("/profile/details");
  await expect(page).toHaveURL("/sign-in?next=%2Fprofile%2Fdetails");
  await signInByApi(page, email);
  await page.goto("/profile");
  await expect(page).toHaveURL("/profile/orders");
  await page.goto("/orders?page=1");
  await expect(page).toHaveURL("/profile/orders?page=1");
  await expect(main(page).getByText("No orders yet")).toBeVisible();
  await expect(view(page, "Orders")).toHaveAttribute("aria-current", "page");
  if (!scripted) return;
  await page.goto("/");
  await page
    .getByRole("banner")
    .getByRole("link", { name: /Your account|account/i })
    .click();
  await expect(page).toHaveURL("/profile/orders");
});

test("details: errors beside the fields, what was typed kept, the name everywhere", async ({
  page,
  email,
  scripted,
}) => {
  await signInByApi(page, email);
  await open(page, scripted, "/profile/details");
  await field(page, "Name").fill("");
  await press(page, "Save");
  const alert = main(page).getByRole("alert");
  await expect(alert).toBeFocused();
  await expect(field(page, "Name")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Name")).toHaveAccessibleDescription("As shops and couriers should call you. Fill this in.");
  await alert.getByRole("link").click();
  await expect(field(page, "Name")).toBeFocused();
  await field(page, "Name").fill("Ada Lovelace");
  await press(page, "Save");
  await expect(notice(page, "Your details are saved.")).toBeVisible();
  await expect(field(page, "Name")).toHaveValue("Ada Lovelace");
  await expect(main(page).getByText("You are signed in as Ada Lovelace.")).toBeVisible();
  if (scripted) await expect(page.getByRole("banner").getByText("Ada Lovelace")).toBeAttached();
});

test("addresses of two countries: add, default, edit, remove", async ({ page, email, scripted }) => {
  await signInByApi(page, email);
  await open(page, scripted, "/profile/addresses");
  await main(page).getByRole("link", { name: "Add an address" }).click();
  await expect(heading(page)).toHaveText("Add an address");
  await main(page).getByRole("combobox", { name: "Country" }).selectOption("DE");
  await field(page, "Name").fill("Ada Example");
  await field(page, "Street and number").fill("Lange Gasse 1");
  await field(page, "Postcode").fill("x");
  await press(page, "Save address");
  await expect(main(page).getByRole("alert").getByRole("link")).toHaveText([
    "Postcode: Write it like 10115.",
    "City: Fill this in.",
  ]);
  await expect(field(page, "Name")).toHaveValue("Ada Example");
  await field(page, "Postcode").fill("10115");
  await field(page, "City").fill("Berlin");
  // The Enter key saves: it is no wish for another country.
  await field(page, "City").press("Enter");
  await expect(notice(page, "Your address is saved.")).toBeVisible();
  await expect(main(page).getByText("10115 Berlin")).toBeVisible();

  await main(page).getByRole("link", { name: "Add an address" }).click();
  await expect(heading(page)).toHaveText("Add an address");
  await field(page, "Name").fill("Kyo Example");
  await main(page).getByRole("combobox", { name: "Country" }).selectOption("JP");
  const change = main(page).getByRole("button", { name: "Change country" });
  if (scripted) await expect(change).toBeHidden();
  else await change.click();
  await expect(field(page, "Prefecture")).toBeVisible();
  await expect(main(page).getByRole("alert")).toHaveCount(0);
  await expect(field(page, "Name")).toHaveValue("Kyo Example");
  await field(page, "Postcode").fill("6008019");
  await field(page, "Prefecture").fill("Kyoto");
  await field(page, "City or county").fill("Kyoto");
  await field(page, "Street and number").fill("3-2-1");
  await press(page, "Save address");
  await expect(main(page).getByText("Kyoto, Kyoto 600-8019")).toBeVisible();

  const cards = main(page)
    .getByRole("listitem")
    .filter({ has: page.locator("address") });
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText("Berlin");
  await press(page, "Make default 3-2-1");
  await expect(notice(page, "Your checkouts begin with this address")).toBeVisible();
  await expect(cards.first()).toContainText("Japan");
  await cards.first().getByRole("link", { name: "Edit" }).click();
  await expect(heading(page)).toHaveText("Edit the address");
  await field(page, "Street and number").fill("3-2-2");
  await press(page, "Save address");
  await expect(cards.first()).toContainText("3-2-2");
  await surely(page, "3-2-2", "Yes, remove it 3-2-2");
  await expect(notice(page, "The address is removed.")).toBeVisible();
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toContainText("Default");
});

test("another e-mail address counts once its code is entered", async ({ page, email, scripted }) => {
  await signInByApi(page, email);
  await open(page, scripted, "/profile/contact");
  const next = `next-${email}`;
  await field(page, "Another e-mail address").fill("nothing like it");
  await main(page).getByRole("region", { name: "E-mail" }).getByRole("button", { name: "Send me a code" }).click();
  await expect(field(page, "Another e-mail address")).toHaveAttribute("aria-invalid", "true");
  await field(page, "Another e-mail address").fill(next);
  await main(page).getByRole("region", { name: "E-mail" }).getByRole("button", { name: "Send me a code" }).click();
  await expect(main(page).getByRole("heading", { name: "Enter the code" })).toBeVisible();
  const code = await codeFor(page, next);
  await field(page, "Code").fill(String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
  await press(page, "Confirm");
  await expect(field(page, "Code")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Code")).toHaveValue(scripted ? /\d{6}/ : "");
  await field(page, "Code").fill(code);
  await press(page, "Confirm");
  await expect(notice(page, "Your contact is changed.")).toBeVisible();
  await expect(main(page).getByRole("region", { name: "E-mail" })).toContainText(next);
});

test("a password: set, changed for the one that is known, never shown again", async ({ page, email, scripted }) => {
  await signInByApi(page, email);
  await open(page, scripted, "/profile/security");
  await field(page, "New password").fill("12345678");
  await press(page, "Save password");
  await expect(field(page, "New password")).toHaveAttribute("aria-invalid", "true");
  if (!scripted) expect(await page.content()).not.toContain("12345678");
  await field(page, "New password").fill("a lane of copper smiths");
  await press(page, "Save password");
  await expect(notice(page, "Your password is saved.")).toBeVisible();
  await field(page, "Your current password").fill("not the one that it is");
  await field(page, "New password").fill("a lane of silver smiths");
  await press(page, "Save password");
  await expect(field(page, "Your current password")).toHaveAttribute("aria-invalid", "true");
  if (!scripted) expect(await page.content()).not.toContain("silver smiths");
  await field(page, "Your current password").fill("a lane of copper smiths");
  await field(page, "New password").fill("a lane of silver smiths");
  await press(page, "Save password");
  await expect(notice(page, "Your password is saved.")).toBeVisible();
  await expect(main(page).getByText("Second factor")).toHaveCount(0);
});

test("a password may be looked at, and is covered and forgotten when it is left", async ({ page, email, scripted }) => {
  await signInByApi(page, email);
  await open(page, scripted, "/profile/details");
  await view(page, "Security").click();
  const password = field(page, "New password");
  await expect(password).toHaveAttribute("type", "password");
  const show = main(page).getByRole("button", { name: "Show password" });
  if (!scripted) return expect(show).toBeHidden();
  await password.fill("short");
  await show.click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(main(page).getByRole("button", { name: "Hide password" })).toHaveText("Hide");
  await press(page, "Save password");
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await expect(password).toHaveAttribute("type", "password");
  await show.click();
  await expect(password).toHaveAttribute("type", "text");
  await view(page, "Details").click();
  await expect(heading(page)).toHaveText("Details");
  await view(page, "Security").click();
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveValue("");
});

test("staff set up a second factor, and turn it off", async ({ page, shop, email, scripted }) => {
  await signInByApi(page, email);
  await shop.rows(
    "insert into user_roles (user_id, role) select id, 'operator' from users where email = $1 returning 1",
    email,
  );
  await open(page, scripted, "/profile/security");
  await press(page, "Set it up");
  await expect(main(page).getByRole("img", { name: "QR code" })).toBeVisible();
  const key = await main(page).locator("[data-slot=secret]").textContent();
  expect(key).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/);
  const bits = [...key!.replaceAll(" ", "")].map((each) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each).toString(2).padStart(5, "0"),
  );
  const secret = Buffer.from(
    bits
      .join("")
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
  await field(page, "Code").fill("000000");
  await press(page, "Confirm");
  await expect(field(page, "Code")).toHaveAttribute("aria-invalid", "true");
  await field(page, "Code").fill(totp(secret, stepOf(new Date())));
  await press(page, "Confirm");
  const codes = main(page).locator("[data-slot=recoveryCodes] li:visible");
  await expect(codes.first()).toBeVisible();
  const recovery = await codes.first().textContent();
  await main(page).getByRole("link", { name: "I have kept them" }).click();
  await expect(main(page).getByText("recovery codes are left")).toBeVisible();
  expect(await page.content()).not.toContain(recovery!);
  await field(page, "Code").fill(recovery!);
  await press(page, "Turn it off");
  await expect(notice(page, "The second factor is off.")).toBeVisible();
});

test("of two browsers one ends the other, which is out with its next request", async ({
  page,
  browser,
  email,
  scripted,
  shop,
}) => {
  await signInByApi(page, email);
  const there = await elsewhere(page, browser, shop, email);
  await open(there, scripted, "/profile/sessions");
  await open(page, scripted, "/profile/sessions");
  const rows = main(page).getByRole("listitem").filter({ hasText: "Last used" });
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: "This device" })).toHaveCount(1);
  const ended = rows.filter({ hasText: "Firefox" });
  await expect(ended).toContainText("10.1.2");
  await ended.getByRole("button", { name: "Sign out" }).click();
  await expect(notice(page, "That device is signed out.")).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(main(page).getByText("You are signed in here alone.").first()).toBeVisible();
  await view(there, "Details").click();
  await expect(there).toHaveURL("/sign-in?next=%2Fprofile%2Fdetails");
  await there.context().close();
});

test("an order is changed and taken back while it waits, and ordered again", async ({
  page,
  shop,
  email,
  scripted,
}) => {
  await signInByApi(page, email);
  const { number, path, shop: seller, variant } = await order(page, shop, email);
  await open(page, scripted, "/profile/orders");
  await main(page)
    .getByRole("link", { name: `Order ${number}` })
    .click();
  await main(page).getByRole("link", { name: "Change" }).click();
  await expect(heading(page)).toHaveText(`Change order ${number}`);
  await field(page, "Phone").fill("nonsense");
  await press(page, "Save changes");
  await expect(field(page, "Phone")).toHaveAttribute("aria-invalid", "true");
  await expect(main(page).getByRole("alert").getByRole("link")).toHaveText(/^Phone: ./);
  await field(page, "Phone").fill("+49 30 7654321");
  await field(page, "City").fill("Potsdam");
  await press(page, "Save changes");
  await expect(notice(page, "Your order is changed.")).toBeVisible();
  await expect(main(page).getByText("+49 30 7654321")).toBeVisible();
  await expect(main(page).getByText("Potsdam")).toBeVisible();

  await main(page).getByRole("link", { name: "Change" }).click();
  await main(page).getByRole("radio", { name: "I pick it up" }).check();
  if (scripted) await expect(field(page, "City")).toBeHidden();
  await press(page, "Save changes");
  await expect(heading(page)).toHaveText(`Order ${number}`);
  await expect(main(page).getByText("Potsdam")).toHaveCount(0);
  const [row] = await shop.rows<{ fulfilment: string; shipping: string }>(
    "select fulfilment, shipping from orders where number = $1",
    number,
  );
  expect(row).toMatchObject({ fulfilment: "pickup" });
  expect(Number(row!.shipping)).toBe(0);

  await expect(main(page).getByRole("button", { name: "cancel" })).toHaveCount(0);
  await surely(page, "Cancel this order", "Yes, cancel it");
  await expect(notice(page, "Your order is cancelled.")).toBeVisible();
  await expect(main(page).getByText("Cancel this order")).toHaveCount(0);
  await page.goto(`${path}/edit`);
  await expect(main(page).getByText("It can no longer be changed here")).toBeVisible();

  await open(page, scripted, "/profile/orders");
  const status = main(page).getByRole("combobox", { name: "Status" });
  await expect(status).toHaveCount(0);
  await order(page, shop, email);
  await open(page, scripted, "/profile/orders");
  await status.selectOption("delivered");
  await press(page, "Show");
  await expect(main(page).getByText("No order is like that")).toBeVisible();
  await expect(page).toHaveURL("/profile/orders?status=delivered");
  await main(page).getByRole("link", { name: "All orders" }).click();
  await main(page)
    .getByRole("link", { name: `Order ${number}` })
    .click();
  await press(page, "Order again");
  await expect(page).toHaveURL("/cart");
  await expect(main(page).getByRole("region", { name: seller.name })).toBeVisible();

  await shop.rows("update variants set stock = 1 where id = $1", variant.id);
  await page.request.post("/api/cart/clear", { data: {} });
  await open(page, scripted, path);
  await press(page, "Order again");
  await expect(main(page).getByRole("alert")).toContainText("1 of 2 added");
});

test("the address of an order is asked for as its country has it", async ({ page, shop, email, scripted }) => {
  await signInByApi(page, email);
  const { path } = await order(page, shop, email);
  const country = main(page).getByRole("combobox", { name: "Country" });
  await open(page, scripted, `${path}/edit`);
  await expect(field(page, "Prefecture")).toHaveCount(0);
  await field(page, "Phone").fill("+49 30 7654321");
  await country.selectOption("JP");
  const change = main(page).getByRole("button", { name: "Change country" });
  if (scripted) await expect(change).toBeHidden();
  else await change.click();
  await expect(field(page, "Prefecture")).toBeVisible();
  await expect(main(page).getByRole("alert")).toHaveCount(0);
  await expect(field(page, "Phone")).toHaveValue("+49 30 7654321");
  await expect(country).toHaveValue("JP");
  await field(page, "Prefecture").fill("Kyoto");
  if (scripted) {
    await view(page, "Details").click();
    await expect(heading(page)).toHaveText("Details");
    await page.goBack();
    await expect(field(page, "Prefecture")).toHaveValue("Kyoto");
    await expect(country).toHaveValue("JP");
  }
  await field(page, "Postcode").fill("6008019");
  await field(page, "City or county").fill("Kyoto");
  await field(page, "Street and number").fill("");
  await press(page, "Save changes");
  await expect(field(page, "Street and number")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Prefecture")).toHaveValue("Kyoto");
  await field(page, "Street and number").fill("3-2-1");
  await press(page, "Save changes");
  await expect(notice(page, "Your order is changed.")).toBeVisible();
  await expect(main(page).getByText("600-8019")).toBeVisible();
  await expect(main(page).getByText("+49 30 7654321")).toBeVisible();
});

test("a delivery that costs more by now is saved once that was seen and accepted", async ({
  page,
  shop,
  email,
  scripted,
}) => {
  await signInByApi(page, email);
  const { number, path, shop: seller } = await order(page, shop, email);
  const picked = await page.request.patch(`/api${path}`, { data: { fulfilment: "pickup" } });
  expect(picked.status()).toBe(200);
  const kept = async () =>
    (await shop.rows<object>("select fulfilment, shipping::int, total::int from orders where number = $1", number))[0];
  await open(page, scripted, `${path}/edit`);
  await main(page).getByRole("radio", { name: "Deliver it" }).check();
  await field(page, "Street and number").fill("Lange Gasse 1");
  await field(page, "Postcode").fill("10115");
  await field(page, "City").fill("Berlin");
  await shop.rows("update retailers set delivery_fee = 700 where id = $1", seller.id);
  await press(page, "Save changes");
  const told = main(page).getByRole("alert");
  await expect(told).toContainText("The order would cost €47.00, not €45.00.");
  await expect(main(page).locator("[data-changed]")).toBeFocused();
  await expect(main(page).getByRole("button", { name: "Save changes" })).toBeHidden();
  expect(await kept()).toEqual({ fulfilment: "pickup", shipping: 0, total: 4000 });
  await field(page, "City").fill("");
  await press(page, "Save at the new total");
  await expect(field(page, "City")).toHaveAttribute("aria-invalid", "true");
  await expect(main(page).getByRole("button", { name: "Save at the new total" })).toBeHidden();
  await field(page, "City").fill("Berlin");
  await press(page, "Save changes");
  await expect(notice(page, "Your order is changed.")).toBeVisible();
  expect(await kept()).toEqual({ fulfilment: "delivery", shipping: 700, total: 4700 });
});

test("a name as long as one may be breaks, and no view is wider than its window", async ({
  page,
  shop,
  email,
  scripted,
}) => {
  const name = `Ada ${"wolfeschlegelstein".repeat(8)}`.slice(0, 120);
  await signInByApi(page, email);
  await page.request.patch("/api/profile", { data: { name } });
  await page.request.post("/api/profile/addresses", { data: { ...address, name, line1: name } });
  const { path } = await order(page, shop, email, name);
  for (const each of [path, `${path}/edit`, "/profile/orders", "/profile/addresses", "/profile/data"]) {
    await open(page, scripted, each);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${each}, ${width} wide`).toBe(0);
    }
  }
});

test.describe("far from the shop", () => {
  test.use({ timezoneId: "Asia/Tokyo" });

  test("times are on the clock of who reads them, as far as it is known", async ({ page, shop, email, scripted }) => {
    await signInByApi(page, email);
    await shop.rows(
      `update sessions s set created_at = '2026-01-05T23:30:00Z' from users u
       where u.id = s.user_id and u.email = $1 returning 1`,
      email,
    );
    const since = main(page).locator('time[datetime="2026-01-05T23:30:00.000Z"]');
    const told = scripted ? /^Jan 6, 2026, 8:30\sAM$/ : /^Jan 5, 2026, 11:30\sPM UTC$/;
    await open(page, scripted, "/profile/sessions");
    await expect(since).toHaveText(told);
    await view(page, "Details").click();
    await view(page, "Devices").click();
    await expect(since).toHaveText(told);
  });
});

test("the download holds what is kept", async ({ page, email, scripted }) => {
  await signInByApi(page, email);
  await page.request.post("/api/profile/addresses", { data: address });
  await open(page, scripted, "/profile/data");
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Download")]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain(email);
  expect(text).toContain("Lange Gasse 1");
  JSON.parse(text);
});

test("deleting the account forgets who it was, and the order still stands", async ({ page, shop, email, scripted }) => {
  await signInByApi(page, email);
  const before = await codeFor(page, email);
  const { number } = await order(page, shop, email);
  const [user] = await shop.rows<{ id: number }>("select id from users where email = $1", email);
  await shop.forgetSends(email);
  await open(page, scripted, "/profile/data");
  await press(page, "Send me a code to delete it");
  await expect(notice(page, "We sent a code.")).toBeVisible();
  await field(page, "Code").fill("1");
  await press(page, "Delete my account for good");
  await expect(field(page, "Code")).toHaveAttribute("aria-invalid", "true");
  await field(page, "Code").fill(await codeFor(page, email, before));
  await press(page, "Delete my account for good");
  await expect(page).toHaveURL("/");
  const [gone] = await shop.rows<{ name: string; email: string | null; deleted_at: Date | null }>(
    "select name, email, deleted_at from users where id = $1",
    user!.id,
  );
  expect(gone).toMatchObject({ name: "", email: null });
  expect(gone!.deleted_at).not.toBeNull();
  const [kept] = await shop.rows<{ contact_email: string; status: string }>(
    "select contact_email, status from orders where number = $1",
    number,
  );
  expect(kept).toEqual({ contact_email: email, status: "pending" });
  await page.goto("/profile/orders");
  await expect(page).toHaveURL("/sign-in?next=%2Fprofile%2Forders");
});

test("an account that is deleted is out of every other browser with its next request", async ({
  page,
  browser,
  shop,
  email,
  scripted,
}) => {
  await signInByApi(page, email);
  const there = await elsewhere(page, browser, shop, email);
  await open(there, scripted, "/profile/orders");
  await expect(main(there).getByText("No orders yet")).toBeVisible();
  const before = await codeFor(page, email);
  await shop.forgetSends(email);
  await open(page, scripted, "/profile/data");
  await press(page, "Send me a code to delete it");
  await field(page, "Code").fill(await codeFor(page, email, before));
  await press(page, "Delete my account for good");
  await expect(page).toHaveURL("/");
  expect((await there.request.get("/api/profile")).status()).toBe(401);
  await view(there, "Details").click();
  await expect(there).toHaveURL("/sign-in?next=%2Fprofile%2Fdetails");
  await there.goto("/cart");
  await there.goto("/profile/orders");
  await expect(there).toHaveURL("/sign-in?next=%2Fprofile%2Forders");
  await there.context().close();
});

test.describe("with script it is one page", () => {
  test.beforeEach(async ({ page, email, scripted }) => {
    test.skip(!scripted, "without script each view is a page");
    await signInByApi(page, email);
    await page.request.post("/api/profile/addresses", { data: address });
  });

  /** Put on the window, it is gone with the document. */
  const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }));
  const isMarked = (page: Page) => page.evaluate(() => "marked" in window);

  test("jquery is loaded by the profile and by no other page", async ({ page, shop }) => {
    const { product } = await shop.open();
    const scripts = new Map<string, Promise<string>>();
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.set(response.url(), response.text());
    });
    const withJquery = async () => {
      const texts = await Promise.all([...scripts].map(async ([url, text]) => [url, await text] as const));
      return texts.filter(([, text]) => text.includes("jQuery")).map(([url]) => url);
    };
    for (const path of ["/", `/products/${product.slug}`, "/cart", "/checkout", "/retailers"]) {
      await page.goto(path, { waitUntil: "networkidle" });
    }
    expect(scripts.size).toBeGreaterThan(3);
    expect(await withJquery()).toEqual([]);
    await open(page, true, "/profile/details");
    expect(await withJquery()).toHaveLength(1);
  });

  test("views come without a full load, with title, focus, announcement, back and forward", async ({ page }) => {
    await open(page, true, "/profile/orders");
    await mark(page);
    await view(page, "Addresses").click();
    await expect(heading(page)).toHaveText("Addresses");
    await expect(heading(page)).toBeFocused();
    await expect(page).toHaveTitle(/^Addresses/);
    await expect(page).toHaveURL("/profile/addresses");
    await expect(main(page).locator("> [role=status]")).toHaveText("Addresses");
    await expect(view(page, "Addresses")).toHaveAttribute("aria-current", "page");
    await main(page).getByRole("link", { name: "Edit" }).click();
    await expect(heading(page)).toHaveText("Edit the address");
    await field(page, "City").fill("Potsdam");
    await press(page, "Save address");
    await expect(main(page).locator("> [role=status]")).toHaveText("Your address is saved. Addresses");
    await expect(page).toHaveURL("/profile/addresses");
    await page.goBack();
    await expect(heading(page)).toHaveText("Edit the address");
    await expect(field(page, "City")).toHaveValue("Potsdam");
    await page.goBack();
    await expect(heading(page)).toHaveText("Addresses");
    await expect(main(page).locator("[data-profile-done]")).toHaveCount(0);
    await page.goBack();
    await expect(heading(page)).toHaveText("My orders");
    await page.goForward();
    await expect(heading(page)).toHaveText("Addresses");
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await isMarked(page)).toBe(true);
    await page.reload();
    await expect(heading(page)).toHaveText("Addresses");
  });

  test("what was typed is there again when one comes back", async ({ page }) => {
    await open(page, true, "/profile/details");
    await mark(page);
    await field(page, "Name").fill("Half a na");
    await view(page, "Devices").click();
    await expect(heading(page)).toHaveText("Where you are signed in");
    await view(page, "Addresses").click();
    await main(page).getByRole("link", { name: "Add an address" }).click();
    await main(page).getByRole("combobox", { name: "Country" }).selectOption("JP");
    await expect(main(page).getByRole("combobox", { name: "Country" })).toBeFocused();
    await field(page, "Prefecture").fill("Kyoto");
    await view(page, "Details").click();
    await expect(field(page, "Name")).toHaveValue("Half a na");
    await page.goBack();
    await expect(field(page, "Prefecture")).toHaveValue("Kyoto");
    await expect(main(page).getByRole("combobox", { name: "Country" })).toHaveValue("JP");
    expect(await isMarked(page)).toBe(true);
  });

  test("a form that is sent twice is sent once", async ({ page }) => {
    await open(page, true, "/profile/addresses/new");
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
    });
    await field(page, "Name").fill("Ada Example");
    await field(page, "Street and number").fill("Kurze Gasse 2");
    await field(page, "Postcode").fill("10117");
    await field(page, "City").fill("Berlin");
    await main(page)
      .locator("form[data-profile-form=address]")
      .evaluate((form: HTMLFormElement) => {
        form.requestSubmit();
        form.requestSubmit();
      });
    await expect(notice(page, "Your address is saved.")).toBeVisible();
    expect(sent).toEqual(["/api/profile/addresses"]);
  });

  test("whose session ended is asked who it is, and led back", async ({ page, shop, email }) => {
    await open(page, true, "/profile/details");
    await shop.rows(
      "update sessions set revoked_at = now() where user_id = (select id from users where email = $1) returning 1",
      email,
    );
    await press(page, "Save");
    await expect(page).toHaveURL("/sign-in?next=%2Fprofile%2Fdetails");
  });

  test("from the shop and back, as React leads, the view is the one of the address", async ({ page }) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    await open(page, true, "/profile/orders");
    await mark(page);
    await view(page, "Details").click();
    await expect(heading(page)).toHaveText("Details");
    await page.getByRole("banner").getByRole("link", { name: "Cart" }).click();
    await expect(page).toHaveURL("/cart");
    await page.goBack();
    await expect(page).toHaveURL("/profile/details");
    await expect(page.getByRole("heading", { level: 1, name: "Details" })).toBeVisible();
    await page.getByRole("banner").getByRole("link", { name: "Cart" }).click();
    await expect(page).toHaveURL("/cart");
    await page.getByRole("contentinfo").getByRole("link", { name: "Your orders" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Details" })).toBeHidden();
    expect(await isMarked(page)).toBe(true);
    expect(problems).toEqual([]);
  });

  test("what React rendered is left to it, whole, for when it renders another view", async ({ page }) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    await open(page, true, "/profile/details");
    await mark(page);
    await view(page, "Addresses").click();
    await expect(heading(page)).toHaveText("Addresses");
    await page.getByRole("banner").getByRole("link", { name: "Cart" }).click();
    await expect(page).toHaveURL("/cart");
    // React puts this view before the one that it rendered first, which must stand where React left it.
    await page.getByRole("contentinfo").getByRole("link", { name: "Your orders" }).click();
    await expect(page).toHaveURL("/profile/orders");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("My orders");
    await view(page, "Addresses").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Addresses");
    expect(await isMarked(page)).toBe(true);
    expect(problems).toEqual([]);
  });

  test("a page that was left keeps its fields to itself", async ({ page, shop, email }) => {
    const { path, variant } = await order(page, shop, email);
    await addToCart(page, [variant.id, 2]);
    await open(page, true, `${path}/edit`);
    await view(page, "Details").click();
    await expect(heading(page)).toHaveText("Details");
    await page.goBack();
    await expect(heading(page)).toHaveText(/^Change order/);
    await page.getByRole("banner").getByRole("link", { name: "Cart" }).click();
    await main(page).getByRole("link", { name: "Checkout" }).first().click();
    await expect(page).toHaveURL(/^[^?]*\/checkout/);
    await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
    const { names, ids } = await page.evaluate(() => ({
      names: [...document.querySelectorAll("[name='contact.phone']")].length,
      ids: [...document.querySelectorAll("form [id]")].map(({ id }) => id),
    }));
    expect(names, "both pages are in the document").toBe(2);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    await page.getByRole("main").getByText("Phone", { exact: true }).click();
    await expect(page.getByRole("main").getByRole("textbox", { name: "Phone" })).toBeFocused();
  });
});
