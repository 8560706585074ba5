import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeStaff, makeUser } from "@/db/testing/factories";
import { overflow, signInByApi } from "./support/pages";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const field = (page: Page, name: string) => main(page).getByRole("textbox", { name, exact: true });
const done = (page: Page) => main(page).getByRole("status");

/** Signs in as somebody new with a role. Names are their own, so that tests at once find nobody else's people. */
async function asStaff(page: Page, shop: Shop, role: Parameters<typeof makeStaff>[1]) {
  const staff = await makeStaff(shop.db, role);
  const email = `${role}-${randomUUID()}@example.com`;
  await shop.rows("update users set email = $2 where id = $1 returning 1", staff.id, email);
  await signInByApi(page, email);
  return staff;
}

const somebody = (shop: Shop) => {
  const word = randomUUID().slice(0, 8);
  return makeUser(shop.db, { name: `Grace ${word}`, email: `grace.${word}@example.org` });
};

async function isSound(page: Page, scripted: boolean): Promise<void> {
  // What looks for barriers is a script itself.
  const { violations } = scripted ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

test("an admin makes an account, gives and takes a role, ends its sessions and closes it", async ({
  page,
  shop,
  scripted,
  browser,
  extraHTTPHeaders,
}) => {
  const email = `made-${randomUUID()}@example.com`;
  await asStaff(page, shop, "admin");
  await page.goto("/admin/people");
  await isSound(page, scripted);
  await page.getByRole("link", { name: "Make an account" }).click();
  await expect(page).toHaveURL("/admin/people/new");
  await isSound(page, scripted);
  await field(page, "Name").fill("Hedy Lamarr");
  await press(page, "Make the account");
  await expect(main(page).getByRole("alert")).toContainText("Enter an e-mail address or a phone number.");
  await field(page, "E-mail").fill(email);
  await main(page).getByRole("checkbox", { name: "Operator" }).check();
  await press(page, "Make the account");
  const password = (await page.locator("[data-once=password]").textContent())!;
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  await expect(page).toHaveURL("/admin/people/new");
  await isSound(page, scripted);
  await main(page).getByRole("link", { name: "Open the account’s page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hedy Lamarr");
  expect(await page.content()).not.toContain(password);
  await isSound(page, scripted);

  const elsewhere = await browser.newContext({
    baseURL: new URL("/", page.url()).href,
    extraHTTPHeaders: extraHTTPHeaders!,
  });
  const login = (typed: string) =>
    elsewhere.request.post("/api/auth/login", { data: { identifier: email, password: typed } });
  expect((await (await login(password)).json()).data).toMatchObject({ mustChangePassword: true });
  const own = { current: password, password: "six silver spoons" };
  expect((await elsewhere.request.put("/api/profile/password", { data: own })).status()).toBe(200);
  const sees = async () => (await elsewhere.request.get("/api/admin/users")).status();
  expect(await sees()).toBe(200);

  await main(page).getByRole("checkbox", { name: "Operator" }).uncheck();
  await press(page, "Save roles");
  await expect(done(page)).toContainText("The roles are saved.");
  expect(await sees()).toBe(401);
  expect((await login("six silver spoons")).status()).toBe(200);
  expect(await sees()).toBe(403);

  await page.reload();
  await press(page, "End every session");
  await expect(done(page)).toContainText("signed out everywhere");
  expect(await sees()).toBe(401);
  await press(page, "Close the account");
  await expect(done(page)).toContainText("The account is closed.");
  expect((await login("six silver spoons")).status()).toBe(401);
  await page.goto("/admin/people?state=closed&q=hedy");
  await expect(main(page).getByRole("link", { name: "Hedy Lamarr" }).first()).toBeVisible();
  await elsewhere.close();
});

test("an operator finds somebody, sees a mask, and looks behind it for a reason that stays", async ({
  page,
  shop,
  scripted,
}) => {
  const operator = await asStaff(page, shop, "operator");
  const grace = await somebody(shop);
  await page.goto("/admin/people");
  await main(page).getByRole("searchbox").fill(grace.email!.slice(0, 12));
  await press(page, "Show");
  await expect(main(page).getByRole("link", { name: grace.name })).toBeVisible();
  await expect(main(page)).not.toContainText(grace.email!);
  await main(page).getByRole("link", { name: grace.name }).click();
  await expect(page).toHaveURL(`/admin/people/${grace.id}`);
  await expect(main(page)).toContainText("g…@example.org");
  expect(await page.content()).not.toContain(grace.email!);
  await isSound(page, scripted);
  await field(page, "Reason").fill("why");
  await press(page, "Show contact");
  await expect(main(page).getByRole("alert")).toContainText("Say why");
  await field(page, "Reason").fill("asked to be called back");
  await press(page, "Show contact");
  await expect(main(page).getByText(grace.email!)).toBeVisible();
  await expect(page).toHaveURL(`/admin/people/${grace.id}`);
  const told = await shop.rows(
    "select user_id, after from audit_log where action = 'reveal' and relation = 'users' and record = $1",
    String(grace.id),
  );
  expect(told).toEqual([{ user_id: operator.id, after: { reason: "asked to be called back" } }]);
  for (const control of ["Save roles", "Close the account", "End every session"])
    await expect(main(page).getByRole("button", { name: control })).toHaveCount(0);
});

test("a supervisor sees people and changes nothing", async ({ page, shop, scripted }) => {
  await asStaff(page, shop, "supervisor");
  const grace = await somebody(shop);
  await page.goto(`/admin/people?q=${encodeURIComponent(grace.name)}&sort=name`);
  await expect(main(page).getByRole("link", { name: "Make an account" })).toHaveCount(0);
  await main(page).getByRole("link", { name: grace.name }).click();
  await expect(main(page)).toContainText("g…@example.org");
  await isSound(page, scripted);
  const buttons = await main(page).getByRole("button").allInnerTexts();
  expect(buttons.filter((text) => text !== "Sign out")).toEqual([]);
  expect((await page.goto("/admin/people/new"))?.status()).toBe(404);
  expect((await page.goto("/admin/people/999999999"))?.status()).toBe(404);
});

test("the profile leads whoever works here to the back office, and out of it again", async ({ page, shop, email }) => {
  await signInByApi(page, email);
  await page.goto("/profile/details");
  await expect(page.getByRole("link", { name: "Back office" })).toHaveCount(0);
  await page.request.post("/api/auth/logout");
  await asStaff(page, shop, "operator");
  await page.goto("/profile/details");
  await page.getByRole("link", { name: "Back office" }).click();
  await expect(page).toHaveURL("/admin");
  await main(page).getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
});
