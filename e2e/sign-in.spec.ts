import { addToCart, badge, cartCookie, codeFor, expect, fillCart, signInHere, test } from "./support/test";

const persian = (digits: string) => digits.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)]!);

test("the fields are made for keyboards, managers and readers", async ({ page, email }) => {
  await page.goto("/sign-in");
  const address = page.getByRole("textbox", { name: "E-mail or phone" });
  await expect(address).toHaveAttribute("autocomplete", "username");
  await expect(address).toHaveAttribute("autocapitalize", "none");
  await address.fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  const code = page.getByRole("textbox", { name: "Code" });
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await expect(code).toHaveAttribute("inputmode", "numeric");
  await expect(code).toHaveAttribute("type", "text");
  await expect(page.getByText(email)).toBeVisible();
  await expect(page).toHaveURL("/sign-in/code");
});

test("a wrong code is refused, and the right one still works", async ({ page, email }) => {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail or phone" }).fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  const code = await codeFor(page, email);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  const enter = async (typed: string) => {
    await page.getByRole("textbox", { name: "Code" }).fill(typed);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  };
  await enter(wrong);
  await expect(page.getByRole("alert").filter({ hasText: "That code is not right" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Code" })).toHaveAttribute("aria-invalid", "true");
  await enter("abc");
  await expect(page.getByRole("alert").filter({ hasText: "Enter the digits of the code." })).toBeVisible();
  await enter(code);
  await expect(page).toHaveURL("/profile/orders");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My orders");
});

for (const [name, typed] of [
  ["spaces and a dash", (code: string) => ` ${code.slice(0, 3)} - ${code.slice(3)} `],
  ["Persian digits", (code: string) => persian(code)],
] as const) {
  test(`a code with ${name}`, async ({ page, email }) => {
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail or phone" }).fill(`  ${email.toUpperCase()} `);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByRole("textbox", { name: "Code" }).fill(typed(await codeFor(page, email)));
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/profile/orders");
  });
}

test("something that is no address says so", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail or phone" }).fill("nobody at home");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Enter an e-mail address or a phone number." })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail or phone" })).toHaveValue("nobody at home");
});

test("asking twice in a minute is refused; a second code is the only one that works", async ({
  page,
  email,
  shop,
  browser,
}) => {
  await page.goto("/sign-in");
  const ask = async () => {
    await page.getByRole("textbox", { name: "E-mail or phone" }).fill(email);
    await page.getByRole("button", { name: "Send me a code" }).click();
  };
  await ask();
  const first = await codeFor(page, email);
  await page.getByRole("link", { name: "Use another address" }).click();
  await ask();
  await expect(page.getByRole("alert").filter({ hasText: "Too many tries." })).toBeVisible();
  // A minute passes.
  await shop.forgetSends(email);
  await ask();
  const second = await codeFor(page, email, first);
  const enter = async (code: string) => {
    await page.getByRole("textbox", { name: "Code" }).fill(code);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  };
  await enter(first);
  await expect(page.getByRole("alert").filter({ hasText: "That code is not right" })).toBeVisible();
  // Another browser that learned the code has not asked for it.
  const thief = await (
    await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": "10.255.255.255" } })
  ).newPage();
  const base = test.info().project.use.baseURL!;
  const stolen = await thief.request.post(new URL("/api/auth/verify-otp", base).href, {
    data: { identifier: email, code: second },
  });
  expect(stolen.ok()).toBe(false);
  await thief.context().close();
  await enter(second);
  await expect(page).toHaveURL("/profile/orders");
});

test("signing out ends the session", async ({ page, email, scripted }) => {
  await page.goto("/sign-in");
  await signInHere(page, email);
  const before = await page.context().cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  if (scripted) await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/orders");
  await expect(page).toHaveURL("/sign-in?next=%2Fprofile%2Forders");
  // The cookie from before is worth nothing any more.
  await page.context().addCookies(before);
  await page.goto("/orders");
  await expect(page).toHaveURL("/sign-in?next=%2Fprofile%2Forders");
});

test("personal pages ask who it is and lead back", async ({ page, email }) => {
  await page.goto("/orders?page=1");
  await expect(page).toHaveURL("/sign-in?next=%2Fprofile%2Forders%3Fpage%3D1");
  await signInHere(page, email);
  await expect(page).toHaveURL("/profile/orders?page=1");
});

test("somebody who is signed in is not asked again, but led on", async ({ page, email }) => {
  await page.goto("/sign-in");
  await signInHere(page, email);
  await page.goto("/sign-in");
  await expect(page).toHaveURL("/profile/orders");
  await page.goto("/sign-in/code?next=%2Fcart%3Fa%3D1");
  await expect(page).toHaveURL("/cart?a=1");
  const answer = await page.request.get("/sign-in?next=//evil.example", { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(new URL(answer.headers().location!, page.url()).pathname).toBe("/profile/orders");
});

test("carts of the browser and of the account are united", async ({ page, shop, email }) => {
  const one = await shop.open();
  const two = await shop.open();
  await page.goto("/sign-in");
  await signInHere(page, email);
  await page.goto(`/products/${one.product.slug}`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect.poll(() => cartCookie(page)).toBe(`${one.variant.id}x1`);
  await page.context().clearCookies();
  await shop.forgetSends(email);
  await fillCart(page, [two.variant.id, 2]);
  const before = await codeFor(page, email);
  await page.goto("/sign-in?next=/checkout");
  await page.getByRole("textbox", { name: "E-mail or phone" }).fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByRole("textbox", { name: "Code" }).fill(await codeFor(page, email, before));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/cart\?united=1$/);
  await expect(page.getByText("One line of your saved cart came back or changed.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("region")).toHaveCount(2);
});

test("the cart follows the account: a browser that was left behind catches up, and signing out takes it along", async ({
  page,
  shop,
  email,
  scripted,
}) => {
  const [one, old] = [await shop.open(), await shop.open()];
  await page.goto("/sign-in");
  await signInHere(page, email);
  await addToCart(page, [one.variant.id, 2]);
  // As if another browser had taken this one out of the cart meanwhile.
  await fillCart(page, [old.variant.id, 1]);
  await page.goto("/cart");
  await expect(page.getByRole("region", { name: one.shop.name })).toBeVisible();
  await expect(page.getByRole("region", { name: old.shop.name })).toHaveCount(0);
  expect(await cartCookie(page)).toBe(`${one.variant.id}x2`);
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (2 things in it)");
  await fillCart(page, [old.variant.id, 1]);
  await page.goto(`/products/${one.product.slug}`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect.poll(() => cartCookie(page)).toBe(`${one.variant.id}x3`);
  await page.goto("/orders");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  expect(await cartCookie(page)).toBe("");
  await page.goto("/cart");
  await expect(page.getByText("Your cart is empty")).toBeVisible();
});

for (const next of [
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/\t/evil.example",
]) {
  test(`nobody is led away by next=${JSON.stringify(next)}`, async ({ page, email, baseURL }) => {
    const refused: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("evil")) if (!request.url().startsWith(baseURL!)) refused.push(request.url());
    });
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signInHere(page, email);
    await expect(page).toHaveURL("/profile/orders");
    expect(refused).toEqual([]);
  });
}
