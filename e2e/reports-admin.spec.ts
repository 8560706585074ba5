import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { makeMember, makeStaff } from "@/db/testing/factories";
import { makeStall, sellSome, week } from "@/lib/reports/testing/market";
import { overflow, signInByApi } from "./support/pages";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const days = `from=${week.from}&to=${week.to}`;

async function signIn(page: Page, shop: Shop, user: { id: number }) {
  const email = `reader-${randomUUID()}@example.com`;
  await shop.rows("update users set email = $2 where id = $1 returning 1", user.id, email);
  await signInByApi(page, email);
}

async function isSound(page: Page, scripted: boolean): Promise<void> {
  const { violations } = scripted ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

test("a shop reads what it sold, opens the orders behind it, and takes the figures home", async ({
  page,
  shop,
  scripted,
}) => {
  const stall = await makeStall(shop.db);
  await sellSome(shop.db, stall);
  await signIn(page, shop, await makeMember(shop.db, stall.shop.id));
  const revenue = main(page).getByRole("definition").first();
  await expect(async () => {
    await page.goto(`/admin?${days}`);
    await expect(revenue).toContainText("€39.83", { timeout: 1_000 });
  }).toPass();
  await isSound(page, scripted);
  await expect(main(page).getByRole("img", { name: "Revenue by day" })).toBeVisible();
  const table = main(page).getByRole("region", { name: "Revenue by day as a table" }).getByRole("row");
  const [day, amount] = await table.filter({ hasText: "May 11" }).locator("th, td").allTextContents();
  expect([day, amount]).toEqual(["Mon, May 11", "€32.33"]);

  const link = main(page).getByRole("link", { name: "Revenue by day as CSV" });
  const file = await page.request.get((await link.getAttribute("href"))!);
  const rows = parse(await file.body(), { bom: true }) as string[][];
  expect(rows.find(([first]) => first === "2026-05-11")?.[1]).toBe("32.33");

  await revenue.getByRole("link").click();
  await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("Orders");
  await expect(main(page).locator("tbody tr")).toHaveCount(3);
  await isSound(page, scripted);
  await main(page).getByRole("link", { name: "Cancelled, rejected or returned" }).click();
  await expect(main(page).locator("tbody tr")).toHaveCount(1);
});

test("who keeps the catalog sees what sells without money, and no way to the orders", async ({
  page,
  shop,
  scripted,
}) => {
  await signIn(page, shop, await makeStaff(shop.db, "product_manager"));
  await page.goto(`/admin?${days}`);
  await expect(main(page).getByRole("heading", { name: "Best sellers" })).toBeVisible();
  await expect(main(page).getByText("Revenue", { exact: true })).toHaveCount(0);
  await isSound(page, scripted);
  for (const path of ["/admin/reports", "/admin/reports/days", "/admin/reports/lines?product=1"])
    expect((await page.goto(path))?.status(), path).toBe(404);
});

test("a supervisor reads the whole market, and any shop of it, by links and forms", async ({
  page,
  shop,
  scripted,
}) => {
  const stall = await makeStall(shop.db);
  await signIn(page, shop, await makeStaff(shop.db, "supervisor"));
  await page.goto("/admin");
  await isSound(page, scripted);
  await main(page).getByRole("link", { name: "7 days" }).click();
  await expect(page).toHaveURL(/period=7d/);
  await expect(main(page).getByRole("link", { name: "7 days" })).toHaveAttribute("aria-current", "true");
  await page.goto(`/admin?from=2026-05-15&to=2026-05-09`);
  await expect(main(page)).toContainText("The last day comes before the first one.");
  await page.goto(`/admin?${days}&retailer=${stall.shop.handle}`);
  await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(stall.shop.name);
  expect((await page.goto("/admin?retailer=nobody"))?.status()).toBe(404);
});
