import { badge, cartCookie, expect, fillCart, scriptRuns, test } from "./support/test";

const quantity = /^Quantity of /;

test("quantities change, lines go, the cart is emptied", async ({ page, shop, scripted }) => {
  const one = await shop.open({ price: 1000, weight: 300 });
  const two = await shop.sell(one.shop, { price: 250 });
  await fillCart(page, [one.variant.id, 1], [two.variant.id, 1]);
  await page.goto("/cart");
  const first = page.getByRole("listitem").filter({ hasText: one.product.name });
  await first.getByLabel(quantity).fill("3");
  await first.getByRole("button", { name: "Update" }).click();
  await expect(first).toContainText("€30.00");
  await expect(first).toContainText("€10.00 each");
  await expect(first.getByLabel(quantity)).toHaveValue("3");
  await expect(page.getByRole("region", { name: one.shop.name })).toContainText("1.15 kg");
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (4 things in it)");
  await first.getByRole("button", { name: `Remove ${one.product.name}` }).click();
  await expect(first).toHaveCount(0);
  expect(await cartCookie(page)).toBe(`${two.variant.id}x1`);
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (one thing in it)");
  await page.getByLabel(quantity).fill("0");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(page.getByText("Your cart is empty")).toBeVisible();
  await fillCart(page, [one.variant.id, 2]);
  await page.goto("/cart");
  await page.getByRole("button", { name: "Empty the cart" }).click();
  await expect(page.getByText("Your cart is empty")).toBeVisible();
  expect(await cartCookie(page)).toBe("");
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (empty)");
  await page.getByRole("link", { name: "Look around the market" }).click();
  await expect(page).toHaveURL("/categories");
});

test("more than there is: told how many are left, nothing changed", async ({ page, shop, scripted }) => {
  const { product, variant } = await shop.open({ stock: 4 });
  await fillCart(page, [variant.id, 3]);
  await page.goto("/cart");
  await page.getByLabel(quantity).fill("9");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(page.getByText("Only 4 left.")).toBeVisible();
  expect(await cartCookie(page)).toBe(`${variant.id}x3`);
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByText("Only 4 left")).toBeVisible();
  if (scripted) await scriptRuns(page);
  await page.getByLabel("How many").fill("2");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText("Only 4 left.")).toBeVisible();
  expect(await cartCookie(page)).toBe(`${variant.id}x3`);
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (3 things in it)");
});

test("a cart that holds too much offers what is possible", async ({ page, shop, scripted }) => {
  const { variant } = await shop.open({ stock: 4 });
  await fillCart(page, [variant.id, 6]);
  await page.goto("/cart");
  await expect(page.getByText("Only 4 left.")).toBeVisible();
  await page.getByRole("button", { name: "Change to 4" }).click();
  await expect(page.getByText("Only 4 left.")).toHaveCount(0);
  await expect(page.getByLabel(quantity)).toHaveValue("4");
  expect(await cartCookie(page)).toBe(`${variant.id}x4`);
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (4 things in it)");
});

test("smallest and largest quantities", async ({ page, shop }) => {
  const { product, variant } = await shop.open({ minQuantity: 3, maxQuantity: 6 });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByText("Sold from 3 pieces on, at most 6 each")).toBeVisible();
  await expect(page.getByLabel("How many")).toHaveValue("3");
  await expect(page.getByLabel("How many")).toHaveAttribute("max", "6");
  await fillCart(page, [variant.id, 1]);
  await page.goto("/cart");
  await expect(page.getByText("Sold from 3 pieces on.")).toBeVisible();
  await page.getByRole("button", { name: "Change to 3" }).click();
  await expect(page.getByLabel(quantity)).toHaveValue("3");
  await fillCart(page, [variant.id, 8]);
  await page.goto("/cart");
  await expect(page.getByText("At most 6 for each customer.")).toBeVisible();
  await page.getByRole("button", { name: "Change to 6" }).click();
  await expect(page.getByLabel(quantity)).toHaveValue("6");
});

test("what is sold out cannot be added, and in the cart it keeps from ordering", async ({ page, shop }) => {
  const gone = await shop.open({ stock: 0 });
  const other = await shop.open();
  await page.goto(`/products/${gone.product.slug}`);
  await expect(page.getByText("Out of stock")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add to cart" })).toBeDisabled();
  await fillCart(page, [gone.variant.id, 1], [other.variant.id, 1]);
  await page.goto("/cart");
  await expect(page.getByText("Sold out for now.")).toBeVisible();
  const basket = page.getByRole("region", { name: gone.shop.name });
  await expect(basket.getByRole("link", { name: /^Order from/ })).toHaveCount(0);
  await basket.getByRole("button", { name: /^Remove/ }).click();
  await expect(basket).toHaveCount(0);
  await expect(page.getByRole("region", { name: other.shop.name })).toBeVisible();
});

test("what is missing to a shop's minimum is said", async ({ page, shop }) => {
  const { variant, shop: own } = await shop.open({ price: 700 }, { minimumOrder: 2000 });
  await fillCart(page, [variant.id, 1]);
  await page.goto("/cart");
  await expect(page.getByText(`€13.00 more for a delivery from ${own.name}.`)).toBeVisible();
  await page.getByLabel(quantity).fill("3");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(page.getByText("more for a delivery")).toHaveCount(0);
});

test("nothing in the cookie can break the cart", async ({ page, shop }) => {
  const { product, variant } = await shop.open();
  const id = variant.id;
  for (const value of [
    `${id}x2`,
    `x.${id}x2.-1x3.0x1.9x`,
    `${id}x2.999999999x1`,
    `${id}x2.%00%ff.%3Cscript%3E`,
    `"${id}x2"`.slice(1, -1).concat(".", "1x1".repeat(50)),
  ]) {
    await page.context().addCookies([{ name: "cart", value, url: test.info().project.use.baseURL! }]);
    const answer = await page.goto("/cart");
    expect(answer?.status(), value).toBe(200);
    await expect(page.getByRole("link", { name: product.name }), value).toBeVisible();
    await expect(page.getByLabel(`Quantity of ${product.name}`), value).toHaveValue("2");
  }
  for (const value of [
    "x",
    "....",
    "%",
    "%E0%A4%A",
    "a".repeat(4000),
    "1e9x1",
    "99999999999x99999",
    "1x1;1x1",
    "٣x١",
  ]) {
    const answer = await page.request.get("/cart", { headers: { cookie: `cart=${encodeURI(value)}` } });
    expect(answer.status(), value).toBe(200);
    expect(await answer.text(), value).toContain("</html>");
  }
  await fillCart(page, [2_147_483_647, 1]);
  await page.goto("/cart");
  await expect(page.getByText("One thing is no longer sold and left out.")).toBeVisible();
  await expect(page.getByText("Your cart is empty")).toBeVisible();
});

test("adding answers at once, without another page", async ({ page, shop, scripted }) => {
  test.skip(!scripted, "without scripts the form leads to the cart");
  const { product, variant } = await shop.open();
  await page.goto(`/products/${product.slug}`);
  await expect(badge(page)).toHaveAccessibleName("Cart (empty)");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/cart/add_item", async (route) => {
    await held;
    await route.continue();
  });
  await scriptRuns(page);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByLabel("How many").fill("2");
  await page.getByRole("button", { name: "Add to cart" }).click();
  // The server has not answered yet.
  await expect(badge(page)).toHaveAccessibleName("Cart (2 things in it)");
  answer();
  await expect(page.getByText("Added to your cart.")).toBeVisible();
  await expect(badge(page)).toHaveAccessibleName("Cart (2 things in it)");
  expect(await cartCookie(page)).toBe(`${variant.id}x2`);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await page.unroute("**/api/cart/add_item");
  await page.route("**/api/cart/add_item", (route) => route.abort());
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText("That did not work. Check your connection and try again.")).toBeVisible();
  await expect(badge(page)).toHaveAccessibleName("Cart (2 things in it)");
});

for (const sent of ["before", "after"] as const) {
  test(`what is chosen before the script runs counts when it is sent ${sent} it does`, async ({
    page,
    shop,
    scripted,
  }) => {
    test.skip(!scripted, "without scripts there is no before");
    const [row] = await shop.rows<{ slug: string; id: number; values: string[] }>(`
      select p.slug, v.id, v.option_values as values from products p join variants v on v.product_id = p.id
      where v.stock > 3 and v.active and v.max_quantity is null
        and (select count(*) from product_options o where o.product_id = p.id) = 2
      order by p.id, v.id desc limit 1`);
    const { slug, id, values } = row!;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/_next/static/**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/products/${slug}`, { waitUntil: "domcontentloaded" });
    for (const value of values) await page.getByRole("main").getByLabel(value, { exact: true }).check();
    await page.getByLabel("How many").fill("3");
    if (sent === "after") {
      release();
      await scriptRuns(page);
      await expect(page.getByLabel("How many")).toHaveValue("3");
    }
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect.poll(() => cartCookie(page)).toBe(`${id}x3`);
    release();
  });
}
