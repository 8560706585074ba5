import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeMember, makeRetailer, makeStaff } from "@/db/testing/factories";
import { signInByApi } from "./support/pages";
import { expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name }).click();
const csv = (...lines: string[]) => Buffer.from(`${lines.join("\n")}\n`);

/** What a page says of an upload that no job is at work on. */
const ends =
  /What would come of it|What came of it|What do the columns mean|The file cannot be read|The upload stopped/;

/** Until no job is at work on the upload: by itself where script runs, by the link where none does. */
async function settled(page: Page, scripted: boolean): Promise<void> {
  await expect(async () => {
    if (!scripted && (await page.getByRole("progressbar").count())) await page.reload();
    await expect(main(page).getByText(ends).first()).toBeVisible({ timeout: 3000 });
    await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: 100 });
  }).toPass({ timeout: 60_000 });
}

async function send(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto("/admin/uploads/new");
  await main(page).getByLabel("File", { exact: true }).setInputFiles(file);
  await press(page, "Upload");
  await expect(page).toHaveURL(/\/admin\/uploads\/(\d+|new\?problem=)/);
}

test("a retailer brings a file, looks, confirms, takes it back, and undoes it", async ({ page, shop, scripted }) => {
  test.slow();
  const own = await makeRetailer(shop.db);
  const member = await makeMember(shop.db, own.id, "staff");
  await signInByApi(page, member.email!);
  await page.goto("/admin/uploads");
  await expect(main(page).getByText("No file yet")).toBeVisible();
  const buffer = csv("handle,name,sku,price,stock", "tea,Green tea,T-1,4.50,12", "bad,Bad,B-1,dear,1");
  await send(page, { name: "spring.csv", mimeType: "text/csv", buffer });
  await settled(page, scripted);
  await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("spring.csv");
  await main(page)
    .getByRole("link", { name: /would be refused/ })
    .click();
  await expect(main(page).getByRole("row")).toHaveCount(2);
  await expect(main(page).getByText("The price “dear” is not a price.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page, /^Write/);
  await settled(page, scripted);
  await expect(main(page).getByText("What came of it")).toBeVisible();
  const link = await main(page).getByRole("link", { name: "Download the file with its results" }).getAttribute("href");
  const result = await page.request.get(link!);
  expect(result.headers()["content-disposition"]).toContain("spring-results.csv");
  expect(await result.text()).toContain("tea,Green tea,T-1,4.50,12,Created");
  await press(page, /^Undo the upload/);
  await settled(page, scripted);
  await expect(main(page).getByText("What was undone")).toBeVisible();
  expect(await shop.rows("select from products where retailer_id = $1", own.id)).toEqual([]);
});

test("columns that nobody knows are chosen by hand, and known from then on", async ({ page, shop, scripted }) => {
  test.slow();
  const own = await makeRetailer(shop.db);
  const member = await makeMember(shop.db, own.id, "staff");
  await signInByApi(page, member.email!);
  const file = {
    name: "lager.csv",
    mimeType: "text/csv",
    buffer: csv("Artikelnummer;Bezeichnung;VK", "A-1;Kanne;19,90"),
  };
  await send(page, file);
  await settled(page, scripted);
  await main(page).getByRole("link", { name: "Choose the columns by hand" }).click();
  await expect(main(page).getByText("Kanne")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await main(page)
    .getByLabel(/^Bezeichnung/)
    .selectOption("name");
  await main(page).getByLabel(/^VK/).selectOption("price");
  await main(page)
    .getByLabel(/^Artikelnummer/)
    .selectOption("sku");
  await press(page, "Read the file like this");
  await settled(page, scripted);
  await expect(main(page).getByRole("button", { name: "Write 1 row" })).toBeVisible();
  await send(page, file);
  await settled(page, scripted);
  await expect(main(page).getByRole("button", { name: "Write 1 row" })).toBeVisible();
});

test("another shop's upload is not there; a supervisor sees it without a control", async ({ page, shop, scripted }) => {
  const own = await makeRetailer(shop.db);
  await signInByApi(page, (await makeMember(shop.db, own.id, "staff")).email!);
  await send(page, { name: "a.csv", mimeType: "text/csv", buffer: csv("handle,name,price", "a,A,1") });
  await settled(page, scripted);
  const path = new URL(page.url()).pathname;
  await page.context().clearCookies();
  await signInByApi(page, (await makeMember(shop.db, (await makeRetailer(shop.db)).id)).email!);
  expect((await page.goto(path))?.status()).toBe(404);
  await page.context().clearCookies();
  await signInByApi(page, (await makeStaff(shop.db, "supervisor")).email!);
  expect((await page.goto(path))?.status()).toBe(200);
  await expect(main(page).getByRole("button", { name: /Write|Undo|Read/ })).toHaveCount(0);
});

const folder = join(process.cwd(), "..", "shared", "data");
const files = ["shopify", "woocommerce", "seeds", "hostile-xlsx"].flatMap((name) =>
  existsSync(join(folder, name)) ? readdirSync(join(folder, name)).map((file) => join(name, file)) : [],
);

test("files of real shops and hostile workbooks are each answered", async ({ page, shop, scripted }) => {
  test.skip(files.length === 0 || !scripted, "the files are not here, or it is tried with script");
  test.setTimeout(600_000);
  const own = await makeRetailer(shop.db);
  await signInByApi(page, (await makeMember(shop.db, own.id, "staff")).email!);
  for (const file of files) {
    await test.step(file, async () => {
      const buffer = readFileSync(join(folder, file));
      await send(page, { name: file.split("/").at(-1)!, mimeType: "application/octet-stream", buffer });
      if (page.url().includes("problem=")) {
        await expect(main(page).getByRole("alert")).toContainText(/Save it|empty|password/);
        return;
      }
      await settled(page, scripted);
      const choose = main(page).getByRole("link", { name: "Choose the columns by hand" });
      if (await main(page).getByText("What do the columns mean?").count()) {
        await choose.click();
        await expect(page).toHaveURL(/columns$/);
        await expect(main(page).getByRole("button", { name: "Read the file like this" })).toBeVisible();
        const columns = main(page).getByRole("list").getByRole("combobox");
        const chosen = await columns.evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value));
        if (!chosen.includes("name")) await columns.nth(Math.max(0, chosen.indexOf(""))).selectOption("name");
        await press(page, "Read the file like this");
        await expect(page).toHaveURL(/done=upload_reading/);
        await settled(page, scripted);
      }
      const write = main(page).getByRole("button", { name: /^Write/ });
      if (await write.count()) {
        await write.click();
        await expect(page).toHaveURL(/done=upload_confirmed/);
        await settled(page, scripted);
        await expect(main(page).getByText("What came of it")).toBeVisible();
      } else {
        await expect(
          main(page)
            .getByText(/cannot be read|would change anything/)
            .first(),
        ).toBeVisible();
      }
    });
  }
});
