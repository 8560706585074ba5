import { randomInt, randomUUID } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { Shop } from "./shop";

export { expect };

type Own = {
  /** An address that nobody else uses. */
  email: string;
  /** Whether the page's scripts run. */
  scripted: boolean;
};

/**
 * Each test comes from a network address of its own, so that it meets nobody else's rate limits, and with `shop` at hand.
 */
export const test = base.extend<Own, { shop: Shop }>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) =>
    use({ ...extraHTTPHeaders, "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` }),
  email: async ({ browserName: _ }, use) => use(`shopper-${randomUUID()}@example.com`),
  scripted: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  shop: [
    async ({ browserName: _ }, use) => {
      const shop = new Shop();
      await use(shop);
      await shop.close();
    },
    { scope: "worker" },
  ],
});

type Message = { channel: string; to: string; subject: string; text: string; at: string };

/** The newest code that was sent to an address. `after` is the one before, to wait for another. */
export async function codeFor(page: Page, to: string, after?: string): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const answer = await page.request.get("/dev/outbox.json", { params: { to } });
    // Other messages may have come after it, as a welcome does.
    const codes = ((await answer.json()) as Message[]).map(({ text }) => /\b\d{6,8}\b/.exec(text)?.[0]);
    code = codes.find((each) => each !== undefined);
    expect(code).toBeDefined();
    expect(code).not.toBe(after);
  }).toPass();
  return code!;
}

/** From the page that asks who it is to wherever it leads. */
export async function signInHere(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail or phone" }).fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByRole("textbox", { name: "Code" }).fill(await codeFor(page, email));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Puts things into the cart of a browser that nobody signed in with, also such as cannot be had. */
export async function fillCart(page: Page, ...lines: [variantId: number, quantity: number][]): Promise<void> {
  const value = lines.map((line) => line.join("x")).join(".");
  await page.context().addCookies([{ name: "cart", value, url: new URL("/", test.info().project.use.baseURL).href }]);
}

/** Puts things into the cart without walking to them, whoever is signed in. */
export async function addToCart(page: Page, ...lines: [variantId: number, quantity: number][]): Promise<void> {
  for (const [variantId, quantity] of lines) {
    const answer = await page.request.post("/api/cart/add_item", { data: { variantId, quantity } });
    expect(answer.status()).toBe(200);
  }
}

/** How many things the cart holds, by its cookie. */
export async function cartCookie(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === "cart")?.value ?? "";
}

/** Until the page's script has taken over its forms: what is sent before is sent by the browser itself. */
export async function scriptRuns(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main form") ?? {}).some((key) => key.startsWith("__react")),
  );
}

/** The header's badge. Without scripts nothing fills it in. */
export const badge = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Cart/ });

/** What the checkout asks for. By role: a page that was left stays in the document, hidden. */
export async function fillCheckout(page: Page, email: string): Promise<void> {
  const type = (name: string, text: string) => page.getByRole("textbox", { name, exact: true }).fill(text);
  await type("Name", "Ada Example");
  await type("E-mail", email);
  await type("Phone", "+49 30 1234567");
  await type("Street and number", "Lange Gasse 1");
  await type("Postcode", "10115");
  await type("City", "Berlin");
  await page.getByRole("combobox", { name: "Country" }).selectOption("DE");
}
