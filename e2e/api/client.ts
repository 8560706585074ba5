import { randomInt, randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, test as base, expect } from "@playwright/test";

export type Money = { amount: number; currency: string; formatted: string };
export type Variant = { id: number; stock: number; minQuantity: number; maxQuantity: number | null; price: Money };
export type Product = { id: number; name: string; retailer: { handle: string }; variants: Variant[] };
export type Retailer = { handle: string; delivery: { picksUp: boolean } };
export type Order = { number: string; status: string; retailer: { handle: string }; total: Money; lines: unknown[] };
export type Tokens = { accessToken: string; refreshToken: string; expiresIn: number; user: { id: number } };

type Success<T> = { success: true; message: string; data: T; meta?: { page: Record<string, number | null> } };
type Failure = {
  success: false;
  message: string;
  data: unknown;
  code: string;
  errors: { field: string; code: string; message: string }[];
  requestId: string;
};

/**
 * `open()` makes a client of the API with cookies and an address of its own, so that it meets nobody else's rate limits.
 * `api` is one of them.
 */
export const test = base.extend<{ open: () => Promise<APIRequestContext>; api: APIRequestContext }>({
  open: async ({ playwright, baseURL }, use) => {
    const all: APIRequestContext[] = [];
    await use(async () => {
      const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
      const options = { extraHTTPHeaders: { "x-forwarded-for": address }, ...(baseURL ? { baseURL } : {}) };
      const made = await playwright.request.newContext(options);
      all.push(made);
      return made;
    });
    await Promise.all(all.map((each) => each.dispose()));
  },
  api: async ({ open }, use) => use(await open()),
});

/** The envelope of an answer that must have worked. */
export async function success<T>(answer: APIResponse, status = 200): Promise<Success<T>> {
  const body = (await answer.json()) as Success<T>;
  expect(answer.status(), JSON.stringify(body)).toBe(status);
  expect(body).toMatchObject({ success: true, message: expect.stringMatching(/\S/) });
  return body;
}

/** The envelope of an answer that must have refused. */
export async function failure(answer: APIResponse, status: number, code: string): Promise<Failure> {
  const body = (await answer.json()) as Failure;
  expect({ status: answer.status(), code: body.code }, JSON.stringify(body)).toEqual({ status, code });
  expect(body).toEqual({
    success: false,
    message: expect.stringMatching(/\S/),
    data: body.data,
    code,
    errors: expect.any(Array),
    requestId: answer.headers()["x-request-id"],
  });
  expect(answer.headers()["cache-control"]).toContain("no-store");
  return body;
}

export const freshEmail = () => `api-${randomUUID()}@example.com`;

/** The newest code that was sent to an address. */
export async function codeSent(api: APIRequestContext, to: string): Promise<string> {
  const sent = (await (await api.get("/dev/outbox.json", { params: { to } })).json()) as { text: string }[];
  // Other messages may have come after it, as a welcome does.
  const code = sent.map(({ text }) => /\b\d{6}(?:\d{2})?\b/.exec(text)?.[0]).find((each) => each !== undefined);
  expect(code, `a code for ${to}`).toBeDefined();
  return code!;
}

/** Signs in with a code from the outbox. */
export async function signIn(api: APIRequestContext, email = freshEmail()): Promise<Tokens> {
  const asked = await api.post("/api/auth/request-otp", { data: { identifier: email } });
  const { challenge } = (await success<{ challenge: string }>(asked, 202)).data;
  const code = await codeSent(api, email);
  const answer = await api.post("/api/auth/verify-otp", { data: { identifier: email, code, challenge } });
  return (await success<Tokens>(answer)).data;
}

export type Wanted = { product: Product; variant: Variant; quantity: number };

/** Something to buy from each of `count` shops where one can pick up; chance keeps tests out of each other's way. */
export async function wanted(api: APIRequestContext, count: number): Promise<Wanted[]> {
  const { data: shops } = await success<Retailer[]>(await api.get("/api/retailers?pageSize=100"));
  const found: Wanted[] = [];
  for (const { handle } of shops.filter(({ delivery }) => delivery.picksUp)) {
    if (found.length === count) break;
    const answer = await api.get("/api/products", { params: { retailer: handle, pageSize: 100 } });
    const { data: products } = await success<Product[]>(answer);
    const choices = products.flatMap((product) =>
      product.variants
        .map((variant) => ({ product, variant, quantity: variant.minQuantity }))
        .filter(({ variant, quantity }) => variant.stock >= quantity + 5),
    );
    if (choices.length) found.push(choices[randomInt(choices.length)]!);
  }
  expect(found).toHaveLength(count);
  return found;
}

export async function fill(api: APIRequestContext, things: readonly Wanted[]): Promise<void> {
  for (const { variant, quantity } of things) {
    await success(await api.post("/api/cart/add_item", { data: { variantId: variant.id, quantity } }));
  }
}

/** What a submit says about somebody who comes to the shop. */
export const pickup = {
  contact: { name: "Ada Example", email: "ada@example.com", phone: "+49 30 1234567" },
  fulfilment: "pickup",
  payment: "cash_on_pickup",
};

export const submit = (api: APIRequestContext, key: string, data: object = pickup) =>
  api.post("/api/orders", { headers: { "idempotency-key": key }, data });
