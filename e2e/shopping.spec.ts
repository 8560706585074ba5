import type { Page } from "@playwright/test";
import { badge, cartCookie, expect, fillCheckout, scriptRuns, signInHere, test } from "./support/test";

type Step = { name: string; path: string };
type Found = { slug: string; name: string; options: string[]; variant: number; values: string[]; shop: string };
type Deep = Found & { trail: Step[] };

/** A product of the demo market with two options, at the end of a lane at least four deep. */
async function deepProduct(rows: <T extends object>(sql: string) => Promise<T[]>): Promise<Deep> {
  const [found] = await rows<Found & { path: string }>(`
    select p.slug, p.name, c.path, v.id as variant, v.option_values as values, r.name as shop,
      array(select o.name from product_options o where o.product_id = p.id order by o.position) as options
    from products p join categories c on c.id = p.category_id join variants v on v.product_id = p.id
      join retailers r on r.id = p.retailer_id
    where cardinality(c.lineage) >= 4 and v.stock >= 20 and v.min_quantity = 1 and r.picks_up and r.delivers
      and (select count(*) from product_options o where o.product_id = p.id) = 2
    order by p.id desc, v.position desc limit 1`);
  const trail = await rows<Step>(
    `select name, path from categories where '${found!.path}' like path || '%' and lineage <@ (
       select lineage from categories where path = '${found!.path}') order by cardinality(lineage)`,
  );
  return { ...found!, trail };
}

async function walkTo(page: Page, { trail, slug, name: product }: Deep): Promise<void> {
  await page.goto("/");
  const [root, ...below] = trail;
  await page.getByRole("navigation", { name: "Lanes of the market" }).getByRole("link", { name: root!.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: root!.name })).toBeVisible();
  for (const { name, path } of below) {
    const parts = page.getByRole("navigation", { name: "Narrow it down" });
    await parts.getByRole("link", { name: new RegExp(`^${name}`) }).click();
    await expect(page).toHaveURL(`/categories/${path}`);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  const crumbs = page.getByRole("navigation", { name: "You are here" });
  for (const { name } of trail.slice(0, -1)) await expect(crumbs.getByRole("link", { name })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: product, exact: true }).click();
  await expect(page).toHaveURL(`/products/${slug}`);
}

/** Adds what is chosen and goes to the cart. */
async function addAndGo(page: Page, scripted: boolean): Promise<void> {
  if (scripted) await scriptRuns(page);
  await page.getByRole("button", { name: "Add to cart" }).click();
  if (scripted) {
    await expect(page.getByText("Added to your cart.")).toBeVisible();
    await page.getByRole("link", { name: "View cart" }).click();
  }
  await expect(page).toHaveURL("/cart");
}

test("from the crossing to two orders in two shops", async ({ page, shop, email, scripted }) => {
  const deep = await deepProduct((sql) => shop.rows(sql));
  const own = await shop.open({ price: 1250, stock: 7 });

  await walkTo(page, deep);
  if (scripted) {
    for (const [index, name] of deep.options.entries()) {
      await page.getByRole("group", { name }).getByLabel(deep.values[index]!, { exact: true }).check();
    }
  } else {
    await page.getByLabel("Version").selectOption(String(deep.variant));
  }
  await addAndGo(page, scripted);
  await page.goto(`/products/${own.product.slug}`);
  await page.getByLabel("How many").fill("2");
  await addAndGo(page, scripted);

  const baskets = page.getByRole("main").getByRole("region");
  await expect(baskets).toHaveCount(2);
  await expect(baskets.first()).toContainText(deep.name);
  await expect(baskets.first()).toContainText(deep.values.join(", "));
  await expect(page.getByRole("region", { name: own.shop.name })).toContainText("€25.00");
  await expect(page.getByText("3 things from 2 shops")).toBeVisible();
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (3 things in it)");
  const held = await cartCookie(page);
  expect(held).toBe(`${deep.variant}x1.${own.variant.id}x2`);

  await page.getByRole("link", { name: "Order from all shops" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcheckout$/);
  await expect(page.getByText("Your cart stays as it is.")).toBeVisible();
  await signInHere(page, email);
  await expect(page).toHaveURL("/checkout");
  expect(await cartCookie(page)).toBe(held);
  if (scripted) await expect(page.getByRole("banner").getByRole("link", { name: "Your account" })).toBeVisible();

  await fillCheckout(page, email);
  await page
    .getByRole("group", { name: deep.shop })
    .getByLabel(/^Pick up/)
    .check();
  await page
    .getByRole("group", { name: own.shop.name })
    .getByLabel(/^Delivery/)
    .check();
  await page.getByRole("button", { name: "Place order" }).click();

  await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  const number = Number(/\/orders\/(\d+)/.exec(page.url())?.[1]);
  expect(number).toBeGreaterThan(1000);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${number}`);
  const first = page.getByRole("region", { name: `Order ${number}-1` });
  const second = page.getByRole("region", { name: `Order ${number}-2` });
  await expect(first).toContainText(deep.name);
  await expect(first).toContainText("Cash on pickup");
  await expect(second).toContainText("Lange Gasse 1");
  await expect(second).toContainText("€30.00");
  expect(await cartCookie(page)).toBe("");
  if (scripted) await expect(badge(page)).toHaveAccessibleName("Cart (empty)");

  await test.step("my orders, and one of them with its log", async () => {
    await page.getByRole("link", { name: "All my orders" }).click();
    await expect(page).toHaveURL("/profile/orders");
    await expect(page.getByRole("main").getByRole("link", { name: /^Order \d/ })).toHaveCount(2);
    await page.getByRole("link", { name: `Order ${number}-2` }).click();
    await expect(page).toHaveURL(`/profile/orders/${number}-2`);
    await expect(page.getByText("Waiting for the shop").filter({ visible: true }).first()).toBeVisible();
    const time = page.locator("time").filter({ visible: true }).first();
    await expect(time).toHaveText(scripted ? /\d{4}, .*[AP]M$/ : /\d{4}.* (GMT\+|CES?T)/);
    await expect(page.getByText("Delivered", { exact: true }).filter({ visible: true })).toBeVisible();
  });

  await test.step("stock, ledger and events", async () => {
    const answer = await page.request.get(`/api/products/${own.product.id}`);
    const { data } = (await answer.json()) as { data: { variants: { stock: number }[] } };
    expect(data.variants[0]?.stock).toBe(5);
    const ledger = await shop.rows<{ delta: number; balance: number; reason: string; variant: number }>(
      `select l.variant_id as variant, l.delta, l.balance, l.reason::text
       from stock_ledger l join order_lines ol on ol.id = l.reference join orders o on o.id = ol.order_id
       where l.reason = 'order' and o.number in ($1, $2) order by l.variant_id = $3`,
      `${number}-1`,
      `${number}-2`,
      own.variant.id,
    );
    expect(ledger).toEqual([
      { variant: deep.variant, delta: -1, balance: expect.any(Number), reason: "order" },
      { variant: own.variant.id, delta: -2, balance: 5, reason: "order" },
    ]);
    const [sums] = await shop.rows<{ wrong: number }>(
      `select count(*)::int as wrong from variants v where v.id in ($1, $2)
         and v.stock <> (select sum(delta) from stock_ledger l where l.variant_id = v.id)`,
      deep.variant,
      own.variant.id,
    );
    expect(sums?.wrong).toBe(0);
    const events = await shop.rows(
      "select 1 from events where name = 'order.placed' and (payload->>'number')::int = $1",
      number,
    );
    expect(events).toHaveLength(1);
    await expect
      .poll(async () => shop.rows("select sold_count from products where id = $1", own.product.id))
      .toEqual([{ sold_count: 2 }]);
  });
});

test("one basket of two is ordered, the other stays", async ({ page, shop, email, scripted }) => {
  const [one, other] = [await shop.open(), await shop.open()];
  await page.goto(`/products/${one.product.slug}`);
  await addAndGo(page, scripted);
  await page.goto(`/products/${other.product.slug}`);
  await addAndGo(page, scripted);
  await page.getByRole("link", { name: `Order from ${other.shop.name}` }).click();
  await signInHere(page, email);
  await expect(page).toHaveURL(`/checkout?shop=${other.shop.handle}`);
  await expect(page.getByText(one.product.name).filter({ visible: true })).toHaveCount(0);
  await fillCheckout(page, email);
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  await expect(page.getByRole("main").getByRole("region")).toHaveCount(1);
  expect(await cartCookie(page)).toBe(`${one.variant.id}x1`);
  await page.goto("/cart");
  await expect(page.getByRole("region", { name: one.shop.name })).toBeVisible();
  await expect(page.getByRole("region", { name: other.shop.name })).toHaveCount(0);
});

test("the checkout says what is missing and keeps what was typed", async ({ page, shop, email, scripted }) => {
  const own = await shop.open();
  await page.goto(`/products/${own.product.slug}`);
  await addAndGo(page, scripted);
  await page.getByRole("link", { name: "Checkout" }).click();
  await signInHere(page, email);
  await fillCheckout(page, email);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("");
  await page.getByRole("textbox", { name: "Phone" }).fill("12");
  await page.getByRole("combobox", { name: "Country" }).selectOption("AT");
  await page.getByRole("textbox", { name: "A note for the shops" }).fill("Ring twice");
  await page.getByRole("button", { name: "Place order" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Some fields need another look." });
  await expect(summary).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "Phone" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "Phone" })).toHaveValue("12");
  await expect(page.getByRole("textbox", { name: "Street and number" })).toHaveValue("Lange Gasse 1");
  await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue("AT");
  await expect(page.getByRole("textbox", { name: "A note for the shops" })).toHaveValue("Ring twice");
  await summary.getByRole("link", { name: /^Phone/ }).click();
  await expect(page.getByRole("textbox", { name: "Phone" })).toBeFocused();
  expect(await shop.rows("select 1 from orders where contact_email = $1", email)).toEqual([]);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Ada Example");
  await page.getByRole("textbox", { name: "Phone" }).fill("+49 30 1234567");
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Thank you, your order is placed")).toBeVisible();
  const [order] = await shop.rows<{ address: object; note: string }>(
    "select address, note from orders where contact_email = $1",
    email,
  );
  expect(order).toEqual({
    note: "Ring twice",
    address: { line1: "Lange Gasse 1", postcode: "10115", city: "Berlin", country: "AT" },
  });
});
