import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Shop } from "./shop";
import { addToCart, codeFor, fillCart } from "./test";

/** What a page needs before it can be shown. */
type Need =
  | "cart"
  | "code"
  | "account"
  | "order"
  | "address"
  | "staff"
  | "registered"
  | "application"
  | "generated"
  | "reset";
type Facts = { product: string; category: string; root: string; retailer: string; empty: string; order: number };

export type Kind = { name: string; path: (facts: Facts) => string; needs?: Need[]; status?: number };

/** Every kind of page there is for shoppers. */
export const kinds: Kind[] = [
  { name: "home", path: () => "/" },
  { name: "all categories", path: () => "/categories" },
  { name: "a category with parts", path: ({ root }) => `/categories/${root}` },
  { name: "a category at the end of a lane", path: ({ category }) => `/categories/${category}` },
  { name: "a product with options", path: ({ product }) => `/products/${product}` },
  { name: "a sold-out product without a picture", path: ({ empty }) => `/products/${empty}` },
  { name: "all shops", path: () => "/retailers" },
  { name: "a shop", path: ({ retailer }) => `/retailers/${retailer}` },
  { name: "the search", path: () => "/search" },
  { name: "what a search found", path: () => "/search?q=tea" },
  { name: "a search without a find", path: () => "/search?q=xyzzyxyzzy" },
  { name: "an empty cart", path: () => "/cart" },
  { name: "a cart", path: () => "/cart", needs: ["cart"] },
  { name: "sign-in", path: () => "/sign-in" },
  { name: "the code", path: () => "/sign-in/code", needs: ["code"] },
  { name: "sign-in by password", path: () => "/sign-in/password" },
  { name: "a password to be changed", path: () => "/sign-in/new-password", needs: ["generated"] },
  { name: "sign-up", path: () => "/sign-up" },
  { name: "the code of a sign-up", path: () => "/sign-up/code", needs: ["registered"] },
  { name: "sign-up with a shop", path: () => "/sign-up/shop" },
  { name: "another shop", path: () => "/sign-up/shop", needs: ["account"] },
  { name: "no application", path: () => "/sign-up/shop/status", needs: ["account"] },
  { name: "an application", path: () => "/sign-up/shop/status", needs: ["account", "application"] },
  { name: "a forgotten password", path: () => "/reset" },
  { name: "the code for a new password", path: () => "/reset/code", needs: ["reset"] },
  { name: "a new password", path: () => "/reset/done" },
  { name: "the checkout", path: () => "/checkout", needs: ["account", "cart"] },
  { name: "no orders", path: () => "/profile/orders", needs: ["account"] },
  { name: "my orders", path: () => "/profile/orders", needs: ["account", "order"] },
  { name: "no order of a status", path: () => "/profile/orders?status=returned", needs: ["account"] },
  { name: "what was placed", path: ({ order }) => `/profile/orders/${order}?placed=1`, needs: ["account", "order"] },
  { name: "an order", path: ({ order }) => `/profile/orders/${order}-1`, needs: ["account", "order"] },
  { name: "an order to change", path: ({ order }) => `/profile/orders/${order}-1/edit`, needs: ["account", "order"] },
  { name: "no addresses", path: () => "/profile/addresses", needs: ["account"] },
  { name: "my addresses", path: () => "/profile/addresses?done=address_saved", needs: ["account", "address"] },
  { name: "a new address", path: () => "/profile/addresses/new?country=JP", needs: ["account"] },
  { name: "my details", path: () => "/profile/details", needs: ["account"] },
  { name: "my contact", path: () => "/profile/contact", needs: ["account"] },
  { name: "security", path: () => "/profile/security", needs: ["account"] },
  { name: "security of staff", path: () => "/profile/security", needs: ["account", "staff"] },
  { name: "my devices", path: () => "/profile/sessions", needs: ["account"] },
  { name: "my data", path: () => "/profile/data", needs: ["account"] },
  { name: "my data, about to go", path: () => "/profile/data?step=code&done=code_sent", needs: ["account"] },
  { name: "an address that leads nowhere", path: () => "/nowhere/at/all", status: 404 },
];

/** Signs in without walking through the pages. `after` is the code that was sent before, when there was one. */
export async function signInByApi(page: Page, email: string, after?: string): Promise<void> {
  const asked = await page.request.post("/api/auth/request-otp", { data: { identifier: email } });
  const { challenge } = ((await asked.json()) as { data: { challenge: string } }).data;
  const code = await codeFor(page, email, after);
  const answer = await page.request.post("/api/auth/verify-otp", { data: { identifier: email, code, challenge } });
  expect(answer.status()).toBe(200);
}

/** An account with a password, signed in here, without walking through the pages. */
export async function registerByApi(page: Page, email: string, password: string): Promise<void> {
  const asked = await page.request.post("/api/auth/register", { data: { name: "Ada Example", email, password } });
  const { challenge } = ((await asked.json()) as { data: { challenge: string } }).data;
  const code = await codeFor(page, email);
  const answer = await page.request.post("/api/auth/verify-otp", { data: { identifier: email, code, challenge } });
  expect(answer.status()).toBe(200);
}

async function facts(shop: Shop): Promise<Omit<Facts, "order" | "empty">> {
  const [row] = await shop.rows<Omit<Facts, "order" | "empty">>(`
    select p.slug as product, c.path as category, split_part(c.path, '/', 1) as root, r.handle as retailer
    from products p join categories c on c.id = p.category_id join retailers r on r.id = p.retailer_id
    where cardinality(c.lineage) >= 4 and (select count(*) from product_options o where o.product_id = p.id) = 2
    order by p.id limit 1`);
  return row!;
}

/** Prepares what a kind of page needs and returns its address in the default locale. */
export async function prepare(page: Page, shop: Shop, email: string, kind: Kind): Promise<string> {
  const known = await facts(shop);
  const { product: soldOut, shop: own, variant: gone } = await shop.open({ stock: 0 });
  const { variant } = await shop.sell(own, { price: 123_45 });
  const { variant: few } = await shop.open({ stock: 3 });
  let order = 0;
  for (const need of kind.needs ?? []) {
    if (need === "code") {
      await page.goto("/sign-in");
      await page.getByRole("textbox", { name: "E-mail or phone" }).fill(email);
      await page.getByRole("button", { name: "Send me a code" }).click();
      await expect(page).toHaveURL("/sign-in/code");
    } else if (need === "account") {
      await signInByApi(page, email);
    } else if (need === "registered") {
      await page.goto("/sign-up");
      await page.getByRole("textbox", { name: "Name", exact: true }).fill("Ada Example");
      await page.getByRole("textbox", { name: "E-mail", exact: true }).fill(email);
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page).toHaveURL("/sign-up/code");
    } else if (need === "reset") {
      await page.goto("/reset");
      await page.getByRole("textbox", { name: "E-mail or phone" }).fill(email);
      await page.getByRole("button", { name: "Send me a code" }).click();
      await expect(page).toHaveURL("/reset/code");
    } else if (need === "generated") {
      await registerByApi(page, email, "four copper kettles");
      await shop.generated(email);
    } else if (need === "application") {
      await shop.apply(email);
    } else if (need === "cart") {
      if (kind.needs?.includes("account")) await addToCart(page, [variant.id, 2], [few.id, 2]);
      else await fillCart(page, [variant.id, 2], [few.id, 5], [gone.id, 1]);
    } else if (need === "address") {
      const data = { name: "Ada Example", line1: "Lange Gasse 1", postcode: "10115", city: "Berlin", country: "DE" };
      for (const line1 of ["Lange Gasse 1", "Kurze Gasse 2"]) {
        await page.request.post("/api/profile/addresses", { data: { ...data, line1 } });
      }
    } else if (need === "staff") {
      await shop.rows(
        "insert into user_roles (user_id, role) select id, 'operator' from users where email = $1 returning 1",
        email,
      );
    } else {
      await addToCart(page, [variant.id, 2], [few.id, 1]);
      const contact = { name: "Ada Example", email, phone: "+49 30 1234567" };
      const placed = await page.request.post("/api/orders", {
        headers: { "idempotency-key": randomUUID() },
        data: {
          contact,
          address: { line1: "Lange Gasse 1", postcode: "10115", city: "Berlin", country: "DE" },
          fulfilment: "delivery",
          note: "Ring twice",
        },
      });
      expect(placed.status()).toBe(201);
      order = ((await placed.json()) as { data: { number: number } }).data.number;
    }
  }
  return kind.path({ ...known, empty: soldOut.slug, order });
}

/** How much wider than its window the page is. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
