import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { stepOf, totp } from "@/lib/accounts/totp";
import { registerByApi } from "./support/pages";
import { addToCart, cartCookie, codeFor, expect, fillCart, scriptRuns, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const field = (page: Page, name: string) => main(page).getByRole("textbox", { name, exact: true });
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const alert = (page: Page) => main(page).getByRole("alert");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await field(page, "E-mail or phone").fill(email);
  await field(page, "Password").fill(password);
  await press(page, "Sign in");
}

/** The page has no barrier in the state that it is in, and holds no password. */
async function isSound(page: Page, scripted: boolean, password?: string): Promise<void> {
  // What looks for barriers is a script itself.
  const { violations } = scripted ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  if (password) expect(await page.content()).not.toContain(password);
}

test("register, confirm, sign out, sign in by password, forget it, reset it: every session is gone", async ({
  page,
  email,
  shop,
  browser,
}) => {
  const [first, second] = ["four copper kettles", "nine brass lanterns"];
  await page.goto("/sign-in?next=/cart");
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page).toHaveURL("/sign-up?next=%2Fcart");
  await field(page, "Name").fill("Ada Example");
  await field(page, "E-mail").fill(email);
  await field(page, "Password optional").fill(first);
  await press(page, "Continue");
  await expect(page).toHaveURL("/sign-up/code?next=%2Fcart");
  await expect(page.getByText(email)).toBeVisible();
  const code = await codeFor(page, email);
  await field(page, "Code").fill(code);
  await press(page, "Confirm and sign in");
  await expect(page).toHaveURL("/cart");

  await page.request.post("/api/auth/logout");
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Use a password instead" }).click();
  await expect(page).toHaveURL("/sign-in/password");
  await expect(field(page, "E-mail or phone")).toHaveAttribute("autocomplete", "username");
  await expect(field(page, "Password")).toHaveAttribute("autocomplete", "current-password");
  await signInWith(page, email, first);
  await expect(page).toHaveURL("/profile/orders");

  const other = await browser.newContext({ baseURL: new URL("/", page.url()).href });
  const elsewhere = await other.newPage();
  await elsewhere.goto("/sign-in/password");
  await elsewhere.getByRole("link", { name: "Forgot it?" }).click();
  await expect(elsewhere).toHaveURL("/reset");
  await shop.forgetSends(email);
  await field(elsewhere, "E-mail or phone").fill(email);
  await press(elsewhere, "Send me a code");
  await expect(elsewhere).toHaveURL("/reset/code");
  await field(elsewhere, "Code").fill(await codeFor(page, email, code));
  await expect(field(elsewhere, "New password")).toHaveAttribute("autocomplete", "new-password");
  await field(elsewhere, "New password").fill(second);
  await press(elsewhere, "Save the new password");
  await expect(elsewhere).toHaveURL("/reset/done");
  await expect(main(elsewhere).getByText("Every device was signed out")).toBeVisible();

  // The session of before is over, and the old password with it.
  await page.goto("/profile/orders");
  await expect(page).toHaveURL("/sign-in?next=%2Fprofile%2Forders");
  await page.goto("/sign-in/password");
  await signInWith(page, email, first);
  await expect(alert(page)).toContainText("That address and password do not go together.");
  await main(elsewhere).getByRole("link", { name: "Sign in" }).click();
  await signInWith(elsewhere, email, second);
  await expect(elsewhere).toHaveURL("/profile/orders");
  await other.close();
});

test("a retailer applies, confirms, and sees where the application stands; nobody else does", async ({
  page,
  email,
  browser,
  scripted,
}) => {
  const name = `Copper of ${email.slice(8, 16)}`;
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Open a shop" }).click();
  await expect(page).toHaveURL("/sign-up/shop");
  if (scripted) await scriptRuns(page);
  await field(page, "Name").fill("Ada Example");
  await field(page, "E-mail").fill(email);
  await field(page, "Name of the shop").fill(name);
  await main(page).getByLabel("Category of trade").fill("Copper");
  await main(page).getByRole("combobox", { name: "Country" }).selectOption("GB");
  // What the parts of an address are called there follows at once where scripts run.
  await field(page, "Street and number").fill("1 Long Lane");
  await field(page, "Postcode").fill("SE1 7BD");
  await field(page, scripted ? "Town or city" : "City").fill("London");
  await field(page, "Latitude").fill("51,5033");
  await field(page, "Longitude").fill("200");
  await main(page).getByRole("combobox", { name: "Time zone" }).selectOption("Europe/London");
  await press(page, "Send the application");
  await expect(alert(page)).toContainText("Longitude: Write degrees from −180 to 180");
  await isSound(page, scripted);
  for (const [label, typed] of [
    ["Name", "Ada Example"],
    ["Name of the shop", name],
    ["Town or city", "London"],
    ["Latitude", "51,5033"],
    ["Longitude", "200"],
  ] as const) {
    await expect(field(page, label), label).toHaveValue(typed);
  }
  await expect(main(page).getByRole("combobox", { name: "Country" })).toHaveValue("GB");
  await expect(main(page).getByRole("combobox", { name: "Time zone" })).toHaveValue("Europe/London");
  await field(page, "Longitude").fill("−0.1195");
  await press(page, "Send the application");
  await expect(page).toHaveURL(/\/sign-up\/code\?/);
  await field(page, "Code").fill(await codeFor(page, email));
  await press(page, "Confirm and apply");
  await expect(page).toHaveURL("/sign-up/shop/status");
  await expect(main(page).getByRole("heading", { name })).toBeVisible();
  await expect(main(page).getByText("Waiting for approval")).toBeVisible();
  await expect(main(page).getByRole("listitem")).toHaveCount(3);
  const handle = name.toLowerCase().replaceAll(" ", "-");
  const other = await browser.newContext({ baseURL: new URL("/", page.url()).href });
  expect((await other.request.get(`/retailers/${handle}`)).status()).toBe(404);
  expect(await (await other.request.get("/retailers")).text()).not.toContain(name);
  await other.close();
});

test("what is wrong takes the focus with each answer that tells it, and at no other time", async ({
  page,
  scripted,
}) => {
  test.skip(!scripted, "without script each answer is a page");
  await page.goto("/sign-up/shop");
  await scriptRuns(page);
  await press(page, "Send the application");
  await expect(alert(page)).toBeFocused();
  const country = main(page).getByRole("combobox", { name: "Country" });
  await country.focus();
  await country.selectOption("GB");
  await expect(field(page, "Town or city")).toBeVisible();
  await expect(country).toBeFocused();
  await press(page, "Send the application");
  await expect(alert(page)).toBeFocused();
  await page.getByRole("banner").getByRole("link", { name: "Cart" }).click();
  await expect(page).toHaveURL("/cart");
  await page.goBack();
  await expect(alert(page)).toBeVisible();
  await expect(alert(page)).not.toBeFocused();
});

test("whoever is signed in applies without saying again who they are", async ({ page, email, shop }) => {
  await registerByApi(page, email, "four copper kettles");
  const before = await codeFor(page, email);
  await shop.forgetSends(email);
  await page.goto("/sign-up/shop");
  await expect(main(page).getByText("You apply as Ada Example.")).toBeVisible();
  await expect(field(page, "Name")).toHaveCount(0);
  await field(page, "Name of the shop").fill(`Tin of ${email.slice(8, 16)}`);
  await main(page).getByLabel("Category of trade").fill("Tin");
  await field(page, "Street and number").fill("Lange Gasse 1");
  await field(page, "Postcode").fill("10115");
  await field(page, "City").fill("Berlin");
  await field(page, "Latitude").fill("52.517");
  await field(page, "Longitude").fill("13.3889");
  await main(page).getByRole("combobox", { name: "Time zone" }).selectOption("Europe/Berlin");
  await press(page, "Send the application");
  await field(page, "Code").fill(await codeFor(page, email, before));
  await press(page, "Confirm and apply");
  await expect(page).toHaveURL("/sign-up/shop/status");
  await expect(main(page).getByText("Waiting for approval")).toBeVisible();
});

test("a retailer where there are no postcodes is not asked for one", async ({ page, email, scripted }) => {
  await page.goto("/sign-up/shop");
  if (scripted) await scriptRuns(page);
  await field(page, "Name").fill("Ada Example");
  await field(page, "E-mail").fill(email);
  await field(page, "Name of the shop").fill(`Gold of ${email.slice(8, 16)}`);
  await main(page).getByLabel("Category of trade").fill("Gold");
  const postcode = main(page).locator('[name="shop.postcode"]');
  await expect(postcode).toHaveAttribute("required");
  await field(page, "Street and number").fill("1 Sikka Street");
  await field(page, "City").fill("Dubai");
  await field(page, "Latitude").fill("25.2697");
  await field(page, "Longitude").fill("55.2963");
  await main(page).getByRole("combobox", { name: "Time zone" }).selectOption("Asia/Dubai");
  await press(page, "Send the application");
  await expect(alert(page)).toContainText("Postcode: Fill this in.");
  await postcode.fill("1011");
  await press(page, "Send the application");
  await expect(alert(page)).toContainText("Postcode: Write it like 10115.");
  await main(page).getByRole("combobox", { name: "Country" }).selectOption("AE");
  // Without script nothing follows the choice; what is left in the field is not looked at.
  await expect(postcode).toBeVisible({ visible: !scripted });
  await press(page, "Send the application");
  await expect(page).toHaveURL(/\/sign-up\/code\?/);
});

test.describe("where scripts run", () => {
  test.describe("on a device without a place", () => {
    test.use({ timezoneId: "UTC" });

    test("its time zone is told too", async ({ page, scripted }) => {
      test.skip(!scripted, "the list alone does without");
      await page.goto("/sign-up/shop");
      await expect(main(page).getByRole("combobox", { name: "Time zone" })).toHaveValue("UTC");
    });
  });

  test.use({ timezoneId: "Europe/Vienna", geolocation: { latitude: 48.20849, longitude: 16.37208 } });

  test("the device tells its time zone and, when asked, its place", async ({ page, context, scripted }) => {
    test.skip(!scripted, "the fields alone do without");
    await context.grantPermissions(["geolocation"]);
    await page.goto("/sign-up/shop");
    await expect(main(page).getByRole("combobox", { name: "Time zone" })).toHaveValue("Europe/Vienna");
    await press(page, "Use my location");
    await expect(field(page, "Latitude")).toHaveValue("48.20849");
    await expect(field(page, "Longitude")).toHaveValue("16.37208");
    await expect(main(page).getByRole("status")).toContainText("Found.");
    await field(page, "Latitude").fill("");
    await field(page, "Latitude").evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", " -33.85678, 151.21530");
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(field(page, "Latitude")).toHaveValue("-33.85678");
    await expect(field(page, "Longitude")).toHaveValue("151.21530");
  });
});

test("what is wrong stands beside its field, what was typed stays, and passwords go", async ({
  page,
  email,
  scripted,
}) => {
  await page.goto("/sign-up");
  await field(page, "E-mail").fill("ada at home");
  await field(page, "Phone").fill("12");
  await field(page, "Password optional").fill("ninety-nine balloons");
  await press(page, "Continue");
  await expect(alert(page)).toContainText("Name: Fill this in.");
  await expect(alert(page)).toContainText("E-mail: Enter an e-mail address");
  await expect(alert(page)).toContainText("Phone: Enter a phone number");
  await expect(field(page, "Name")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Name")).toHaveAccessibleDescription("Fill this in.");
  await expect(field(page, "E-mail")).toHaveValue("ada at home");
  // It may be left empty, so it must not be lost unseen.
  await expect(field(page, "Password optional")).toHaveValue("");
  await expect(field(page, "Password optional")).toHaveAttribute("aria-invalid", "true");
  await isSound(page, scripted, "ninety-nine balloons");
  await field(page, "Name").fill("Ada Example");
  await field(page, "E-mail").fill(email);
  await field(page, "Phone").fill("");
  await field(page, "Password optional").fill("password1");
  await press(page, "Continue");
  await expect(alert(page)).toContainText("Password: Many people have this password.");
  await alert(page).getByRole("link").first().click();
  await expect(field(page, "Password optional")).toBeFocused();
});

test("a code or an address that is wrong for a reset says so", async ({ page, email, scripted }) => {
  await page.goto("/reset");
  await field(page, "E-mail or phone").fill("nobody at home");
  await press(page, "Send me a code");
  await expect(alert(page)).toContainText("Enter an e-mail address or a phone number.");
  await expect(field(page, "E-mail or phone")).toHaveValue("nobody at home");
  await field(page, "E-mail or phone").fill(email);
  await press(page, "Send me a code");
  await expect(page).toHaveURL("/reset/code");
  const code = await codeFor(page, email);
  await field(page, "Code").fill("abc");
  await field(page, "New password").fill("short");
  await press(page, "Save the new password");
  await expect(alert(page)).toContainText("Code: Enter the digits of the code.");
  await expect(alert(page)).toContainText("New password: Use at least 8 characters.");
  await field(page, "Code").fill(String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
  await field(page, "New password").fill("nine brass lanterns");
  await press(page, "Save the new password");
  await expect(alert(page)).toContainText("That code is not right");
  await expect(field(page, "Code")).toHaveAttribute("aria-invalid", "true");
  await isSound(page, scripted, "nine brass lanterns");
});

test("a password may be looked at where scripts run, and is covered before it is sent", async ({ page, scripted }) => {
  await page.goto("/sign-in/password");
  const password = field(page, "Password");
  await expect(password).toHaveAttribute("type", "password");
  if (!scripted) {
    await expect(main(page).getByText("Show", { exact: true })).toBeHidden();
    return;
  }
  await scriptRuns(page);
  await password.fill("four copper kettles");
  await press(page, "Show password");
  await expect(password).toHaveAttribute("type", "text");
  await expect(password).toHaveValue("four copper kettles");
  await field(page, "E-mail or phone").fill("nobody@example.com");
  await press(page, "Sign in");
  await expect(alert(page)).toBeVisible();
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveValue("");
});

test("staff with a second factor are asked for it; the password is never in the page", async ({
  page,
  email,
  shop,
  scripted,
}) => {
  const password = "four copper kettles";
  await registerByApi(page, email, password);
  await shop.rows(
    "insert into user_roles (user_id, role) select id, 'operator' from users where email = $1 returning 1",
    email,
  );
  const begun = await page.request.post("/api/profile/two-factor");
  const { secret } = ((await begun.json()) as { data: { secret: string } }).data;
  const bits = [...secret].map((each) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each).toString(2).padStart(5, "0"));
  const bytes = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((each) => Number.parseInt(each, 2)));
  const confirmed = await page.request.post("/api/profile/two-factor/confirm", {
    data: { code: totp(bytes, stepOf(new Date())) },
  });
  const { recoveryCodes } = ((await confirmed.json()) as { data: { recoveryCodes: string[] } }).data;
  await page.request.post("/api/auth/logout");

  await page.goto("/sign-in/password?next=/cart");
  if (scripted) await scriptRuns(page);
  await signInWith(page, email, password);
  await expect(field(page, "Second factor")).toBeFocused();
  await expect(main(page).getByText("Your password is right. Now the second factor.")).toBeVisible();
  await expect(field(page, "E-mail or phone")).toHaveValue(email);
  await isSound(page, scripted, password);
  const again = async () => {
    await expect(field(page, "Password")).toHaveValue(scripted ? password : "");
    if (!scripted) await field(page, "Password").fill(password);
  };
  await again();
  await field(page, "Second factor").fill("nothing-right");
  await press(page, "Sign in");
  await expect(alert(page)).toContainText("Second factor: That is not one of your codes");
  await isSound(page, scripted, password);
  await again();
  await field(page, "Second factor").fill(recoveryCodes[0]!);
  await press(page, "Sign in");
  await expect(page).toHaveURL("/cart");
});

test("whoever was given a password changes it before anything else", async ({ page, email, shop, scripted }) => {
  const [given, own] = ["four copper kettles", "nine brass lanterns"];
  await registerByApi(page, email, given);
  const { variant } = await shop.open();
  await addToCart(page, [variant.id, 2]);
  await page.request.post("/api/auth/logout");
  await shop.generated(email);
  await page.goto("/sign-in/password?next=/checkout");
  await signInWith(page, email, given);
  await expect(page).toHaveURL("/sign-in/new-password?next=%2Fcheckout");
  for (const path of ["/profile/orders", "/sign-up/shop/status", "/sign-in"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in\/new-password\?next=/);
  }
  await page.goto("/sign-in/new-password?next=/checkout");
  await field(page, "Password that you were given").fill("not the one");
  await field(page, "New password").fill(own);
  await press(page, "Save and go on");
  await expect(alert(page)).toContainText("Password that you were given: That is not your password.");
  await isSound(page, scripted, "not the one");
  await isSound(page, scripted, own);
  await field(page, "Password that you were given").fill(given);
  await field(page, "New password").fill(own);
  await press(page, "Save and go on");
  // Now the saved cart comes back, and is shown before anything is ordered.
  await expect(page).toHaveURL("/cart?united=1");
  expect(await cartCookie(page)).toBe(`${variant.id}x2`);
  await page.goto("/checkout");
  await expect(page).toHaveURL("/checkout");
  await expect(heading(page)).toHaveText("Checkout");
});

test("carts are united at a sign-in by password", async ({ page, email, shop }) => {
  const [saved, fresh] = [await shop.open(), await shop.open()];
  await registerByApi(page, email, "four copper kettles");
  await addToCart(page, [saved.variant.id, 1]);
  await page.context().clearCookies();
  await fillCart(page, [fresh.variant.id, 2]);
  await page.goto("/sign-in/password?next=/checkout");
  await signInWith(page, email, "four copper kettles");
  await expect(page).toHaveURL("/cart?united=1");
  await expect(main(page).getByText("One line of your saved cart came back or changed.")).toBeVisible();
});

test("nobody is led away, and no page of these is for machines", async ({ page, email }) => {
  await registerByApi(page, email, "four copper kettles");
  await page.request.post("/api/auth/logout");
  await page.goto(`/sign-in/password?next=${encodeURIComponent("//evil.example")}`);
  await signInWith(page, email, "four copper kettles");
  await expect(page).toHaveURL("/profile/orders");
  await page.request.post("/api/auth/logout");
  for (const path of ["/sign-in/password", "/sign-up", "/sign-up/shop", "/reset", "/reset/done"]) {
    const html = await (await page.request.get(path)).text();
    expect(html, path).toContain('<meta name="robots" content="noindex"/>');
  }
});
