import { cartCookie, expect, fillCart, fillCheckout, signInHere, test } from "./support/test";

test("a price that changes meanwhile is shown, and ordered only when accepted", async ({ page, shop, email }) => {
  const { product, variant } = await shop.open({ price: 1000 });
  await fillCart(page, [variant.id, 2]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await expect(page).toHaveURL("/checkout");
  await fillCheckout(page, email);
  await page.getByRole("textbox", { name: "A note for the shops" }).fill("Mind the step");
  await shop.rows("update variants set price = 1150 where id = $1", variant.id);
  await page.getByRole("button", { name: "Place order" }).click();

  await expect(page.getByText("Something changed since you looked. Nothing was ordered yet.")).toBeVisible();
  await expect(page.getByText(`${product.name}: the price was €10.00, it is now €11.50.`)).toBeVisible();
  const placed = () =>
    shop.rows<{ total: number; note: string }>("select total::int, note from orders where contact_email = $1", email);
  expect(await placed()).toEqual([]);
  expect(await shop.rows("select stock from variants where id = $1", variant.id)).toEqual([{ stock: 50 }]);

  await page.getByRole("button", { name: "Accept and order for €28.00" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("€28.00");
  expect(await placed()).toEqual([{ total: 2800, note: "Mind the step" }]);
});

test("it changes again between the look and the consent", async ({ page, shop, email }) => {
  const { product, variant } = await shop.open({ price: 1000 });
  await fillCart(page, [variant.id, 1]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  for (const [was, now] of [
    ["€10.00", 1100],
    ["€11.00", 1200],
  ] as const) {
    await shop.rows("update variants set price = $2 where id = $1", variant.id, now);
    await page
      .getByRole("button", { name: /^(Place order|Accept)/ })
      .first()
      .click();
    const sentence = `${product.name}: the price was ${was}, it is now €${now / 100}.00.`;
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await page.getByRole("button", { name: /^Accept/ }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
});

test("somebody else takes the last ones while the checkout is filled in", async ({ page, shop, email }) => {
  const { product, variant } = await shop.open({ stock: 3 });
  await fillCart(page, [variant.id, 2]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  await shop.rows("update variants set stock = 1 where id = $1", variant.id);
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByRole("alert").getByText(`${product.name}: Only 1 left.`)).toBeVisible();
  expect(await shop.rows("select 1 from orders where contact_email = $1", email)).toEqual([]);
});

test("a cached page shows the stock that an order left", async ({ page, shop, email }) => {
  const { product, variant } = await shop.open({ stock: 7 });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByText("In stock", { exact: true })).toBeVisible();
  await fillCart(page, [variant.id, 4]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByText("Only 3 left")).toBeVisible();
});

test("a basket too small for a delivery says so at the checkout, and is picked up", async ({ page, shop, email }) => {
  const small = await shop.open({ price: 700 }, { minimumOrder: 2000 });
  await fillCart(page, [small.variant.id, 1]);
  await page.goto("/checkout");
  await signInHere(page, email);
  const choice = page.getByRole("group", { name: small.shop.name });
  await expect(choice.getByText(`€13.00 more for a delivery from ${small.shop.name}.`)).toBeVisible();
  await expect(choice.getByLabel(/^Delivery/)).toBeDisabled();
  await expect(choice.getByLabel(/^Pick up/)).toBeChecked();
  await expect(choice.getByRole("link")).toHaveAttribute("href", `/retailers/${small.shop.handle}`);
  for (const [name, text] of [
    ["Name", "Ada Example"],
    ["E-mail", email],
    ["Phone", "+49 30 1234567"],
  ] as const) {
    await page.getByRole("textbox", { name, exact: true }).fill(text);
  }
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Cash on pickup");
});

test("a basket that cannot be ordered yet stays, the other is ordered", async ({ page, shop, email }) => {
  const small = await shop.open({ price: 700 }, { minimumOrder: 2000, picksUp: false });
  const other = await shop.open();
  await fillCart(page, [small.variant.id, 1]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await expect(page.getByText("Nothing can be ordered yet: add something first.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Place order" })).toHaveCount(0);
  await fillCart(page, [small.variant.id, 1], [other.variant.id, 1]);
  await page.goto("/checkout");
  const choice = page.getByRole("group", { name: small.shop.name });
  await expect(choice).toContainText("€13.00 more for a delivery");
  await expect(choice).toContainText("Until then this basket stays in your cart.");
  await fillCheckout(page, email);
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await expect(page.getByRole("main").getByRole("region")).toHaveCount(1);
  expect(await cartCookie(page)).toBe(`${small.variant.id}x1`);
});
