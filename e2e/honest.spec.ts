import { addToCart, cartCookie, expect, fillCart, fillCheckout, signInHere, test } from "./support/test";

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

test("somebody else takes the last ones: what is left is accepted with one button", async ({ page, shop, email }) => {
  const few = await shop.open({ stock: 3, price: 1000 });
  const soldOut = await shop.sell(few.shop, { price: 500 });
  const archived = await shop.sell(few.shop, { price: 700 });
  await fillCart(page, [few.variant.id, 3], [soldOut.variant.id, 1], [archived.variant.id, 2]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  await page.getByRole("textbox", { name: "A note for the shops" }).fill("Mind the step");
  await shop.rows("update variants set stock = 2 where id = $1", few.variant.id);
  await shop.rows("update variants set stock = 0 where id = $1", soldOut.variant.id);
  await shop.rows("update products set status = 'archived' where id = $1", archived.product.id);
  await page.getByRole("button", { name: "Place order" }).click();

  const notice = page.getByRole("alert").filter({ hasText: "Something changed since you looked." });
  await expect(notice.getByRole("listitem")).toHaveText([
    `${few.product.name}: you saw 3, it is now 2. Only 2 left.`,
    `${soldOut.product.name}: you saw 1, it is now gone. Sold out for now.`,
    `${archived.product.name}: you saw 2, it is now gone. This is no longer sold.`,
  ]);
  const placed = () =>
    shop.rows<{ total: number; note: string }>("select total::int, note from orders where contact_email = $1", email);
  expect(await placed()).toEqual([]);
  expect(await cartCookie(page)).toBe(`${few.variant.id}x3.${soldOut.variant.id}x1.${archived.variant.id}x2`);
  const summary = page.getByRole("region", { name: "Your order" });
  await expect(summary).toContainText("€25.00");
  await expect(summary).not.toContainText(soldOut.product.name);
  await expect(page.getByRole("main").locator("button[type=submit]")).toHaveCount(1);

  await page.getByRole("button", { name: "Accept and order for €25.00" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  expect(await placed()).toEqual([{ total: 2500, note: "Mind the step" }]);
  expect(await shop.rows("select stock from variants where id = $1", few.variant.id)).toEqual([{ stock: 0 }]);
  expect(await cartCookie(page)).toBe("");
});

test("what is left is too small for a delivery: said, and picked up instead", async ({ page, shop, email }) => {
  const { product, variant, shop: own } = await shop.open({ stock: 3, price: 1000 }, { minimumOrder: 2500 });
  await fillCart(page, [variant.id, 3]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  await shop.rows("update variants set stock = 2 where id = $1", variant.id);
  await page.getByRole("button", { name: "Place order" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "Something changed since you looked." });
  await expect(notice).toContainText(`${product.name}: you saw 3, it is now 2.`);
  await expect(notice).toContainText(`€5.00 more for a delivery from ${own.name}.`);
  await expect(notice.getByRole("link", { name: "Back to the cart" })).toHaveAttribute("href", "/cart");
  await expect(notice.getByRole("button")).toHaveCount(0);
  await expect(page.getByLabel(/^Delivery/)).toBeDisabled();
  await expect(page.getByLabel(/^Pick up/)).toBeChecked();
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Cash on pickup");
  await expect(page.getByRole("main")).toContainText("€20.00");
});

test("nothing is left: the cart says that nothing was ordered", async ({ page, shop, email }) => {
  const { variant } = await shop.open({ stock: 3 });
  await fillCart(page, [variant.id, 2]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  await shop.rows("update variants set stock = 0 where id = $1", variant.id);
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page).toHaveURL("/cart?unordered=1");
  await expect(page.getByText("Nothing was ordered: what you wanted is sold out or no longer there.")).toBeVisible();
  await expect(page.getByText("Sold out for now.")).toBeVisible();
  expect(await shop.rows("select 1 from orders where contact_email = $1", email)).toEqual([]);
  await page.goto("/checkout");
  await expect(page.getByText("There is nothing to order.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Back to the cart" }).click();
  await expect(page).toHaveURL("/cart");
});

test("a cart that holds too much: the checkout begins with what can be had", async ({ page, shop, email }) => {
  const { product, variant } = await shop.open({ stock: 5, price: 1000 });
  await page.goto("/checkout");
  await signInHere(page, email);
  await addToCart(page, [variant.id, 5]);
  await shop.rows("update variants set stock = 2 where id = $1", variant.id);
  await page.goto("/checkout");
  await expect(page.getByText("Not all of your cart can be had as it is.")).toBeVisible();
  await expect(page.getByText(`${product.name}: you saw 5, it is now 2. Only 2 left.`)).toBeVisible();
  await fillCheckout(page, email);
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("€25.00");
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
  await addToCart(page, [other.variant.id, 1]);
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

test("a cached list of best sellers shows what sold its way there", async ({ page, shop, email }) => {
  const late = await shop.open({ stock: 9999, price: 1 });
  for (let index = 0; index < 5; index++) await shop.sell(late.shop);
  const last = await shop.sell(late.shop);
  const more = page.getByRole("region", { name: `More from ${late.shop.name}` });
  await page.goto(`/products/${last.product.slug}`);
  await expect(more.getByRole("link")).toHaveCount(4);
  await expect(more).not.toContainText(late.product.name);
  await fillCart(page, [late.variant.id, 9999]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  for (const [path, list] of [
    [`/products/${last.product.slug}`, `More from ${late.shop.name}`],
    ["/", "Carried home most"],
  ] as const) {
    await expect(async () => {
      await page.goto(path);
      await expect(page.getByRole("region", { name: list })).toContainText(late.product.name, { timeout: 500 });
    }).toPass();
  }
});

test("the chosen handover stays when the form comes back", async ({ page, shop, email }) => {
  const { variant } = await shop.open({ price: 1000 });
  await fillCart(page, [variant.id, 1]);
  await page.goto("/checkout");
  await signInHere(page, email);
  await fillCheckout(page, email);
  await page.getByLabel(/^Pick up/).check();
  await page.getByRole("textbox", { name: "Phone" }).fill("12");
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByRole("textbox", { name: "Phone" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(/^Pick up/)).toBeChecked();
  await page.getByRole("textbox", { name: "Phone" }).fill("+49 30 1234567");
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Cash on pickup");
});
