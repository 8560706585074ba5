import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import {
  failure,
  fill,
  freshEmail,
  type Order,
  type Product,
  pickup,
  signIn,
  submit,
  success,
  test,
  wanted,
} from "./client";

test("orders from two shops by HTTP alone", async ({ api }) => {
  const things = await wanted(api, 2);
  await fill(api, things);
  const cart = await success<{ count: number; baskets: { retailer: { handle: string } }[] }>(
    await api.get("/api/cart"),
  );
  const handles = things.map(({ product }) => product.retailer.handle).sort();
  expect(cart.data.baskets.map(({ retailer }) => retailer.handle).sort()).toEqual(handles);

  await failure(await submit(api, randomUUID()), 401, "unauthenticated");
  await signIn(api);
  const kept = await success<{ count: number }>(await api.get("/api/cart"));
  expect(kept.data.count).toBe(cart.data.count);

  const key = randomUUID();
  type Placed = { number: number; orders: Order[] };
  const { data: placed } = await success<Placed>(await submit(api, key), 201);
  expect(placed.orders.map(({ retailer }) => retailer.handle).sort()).toEqual(handles);
  expect(placed.orders.map(({ number }) => number)).toEqual([`${placed.number}-1`, `${placed.number}-2`]);
  for (const order of placed.orders) expect(order.status).toBe("pending");

  for (const { product, variant, quantity } of things) {
    // Another test may have bought the same in between; a shared cache may be a second behind.
    await expect
      .poll(async () => {
        const { data } = await success<Product>(await api.get(`/api/products/${product.id}`));
        return data.variants.find(({ id }) => id === variant.id)?.stock;
      })
      .toBeLessThanOrEqual(variant.stock - quantity);
  }

  const again = await success<Placed>(await submit(api, key), 201);
  expect(again.data).toEqual(placed);
  const { data: mine, meta } = await success<Order[]>(await api.get("/api/orders"));
  expect(meta?.page.total).toBe(2);
  expect(mine.map(({ number }) => number).sort()).toEqual(placed.orders.map(({ number }) => number));
  const first = placed.orders[0]!;
  expect((await success<Order>(await api.get(`/api/orders/${first.number}`))).data).toEqual(first);
  expect((await success<{ count: number }>(await api.get("/api/cart"))).data.count).toBe(0);
});

test("the cart follows a token without cookies, and what a cookie says is not the account's", async ({ api, open }) => {
  const [thing] = await wanted(api, 1);
  const { accessToken } = await signIn(api);
  const bare = await open();
  const headers = { authorization: `Bearer ${accessToken}`, cookie: "cart=1x9999" };
  const { id: variantId } = thing!.variant;
  await success(await bare.post("/api/cart/add_item", { headers, data: { variantId, quantity: thing!.quantity } }));
  type Cart = { count: number };
  expect((await success<Cart>(await api.get("/api/cart"))).data.count).toBe(thing!.quantity);
  expect((await success<Cart>(await bare.get("/api/cart", { headers }))).data.count).toBe(thing!.quantity);
  const key = randomUUID();
  await success(await bare.post("/api/orders", { headers: { ...headers, "idempotency-key": key }, data: pickup }), 201);
  expect((await success<Cart>(await api.get("/api/cart"))).data.count).toBe(0);
});

test("one key sent many times at once orders once", async ({ api }) => {
  await fill(api, await wanted(api, 1));
  await signIn(api);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => submit(api, key)));
  const numbers = await Promise.all(
    answers.map(async (answer) => (await success<{ number: number }>(answer, 201)).data.number),
  );
  expect(new Set(numbers).size).toBe(1);
  expect((await success(await api.get("/api/orders"))).meta?.page.total).toBe(1);
});

test("somebody else's order is not there", async ({ open }) => {
  const [owner, stranger] = [await open(), await open()];
  await fill(owner, await wanted(owner, 1));
  await signIn(owner);
  const { data } = await success<{ number: number; orders: Order[] }>(await submit(owner, randomUUID()), 201);
  const number = data.orders[0]!.number;
  await signIn(stranger);
  const theirs = await failure(await stranger.get(`/api/orders/${number}`), 404, "not_found");
  const nobodys = await failure(await stranger.get("/api/orders/999999999-9"), 404, "not_found");
  expect(theirs.message).toBe(nobodys.message);
  expect((await success(await stranger.get("/api/orders"))).data).toEqual([]);
  // A number never authorizes, and a malformed one is no different.
  for (const odd of [String(data.number), `${number}-1`, `${number}'`, "1001-1 or 1=1"]) {
    await failure(await owner.get(`/api/orders/${encodeURIComponent(odd)}`), 404, "not_found");
  }
});

test("a token instead of cookies, refreshed once and ended at once", async ({ api, open }) => {
  const { accessToken, refreshToken } = await signIn(api);
  const bare = await open();
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  await success(await bare.get("/api/orders", bearer(accessToken)));
  const next = await success<{ accessToken: string }>(await bare.post("/api/auth/refresh", { data: { refreshToken } }));
  await success(await bare.get("/api/orders", bearer(next.data.accessToken)));
  await failure(await bare.post("/api/auth/refresh", { data: { refreshToken } }), 401, "unauthenticated");
  // The second use ended the session, and with it every token of it.
  await failure(await bare.get("/api/orders", bearer(next.data.accessToken)), 401, "unauthenticated");
  await failure(await bare.get("/api/orders", bearer(accessToken)), 401, "unauthenticated");

  const other = await open();
  const live = await signIn(other);
  await success(await other.post("/api/auth/logout", { data: {} }));
  await failure(await bare.get("/api/orders", bearer(live.accessToken)), 401, "unauthenticated");
});

test("a wrong code says nothing, and a known address is answered like an unknown one", async ({ api }) => {
  const email = freshEmail();
  const asked = await success<{ challenge: string }>(
    await api.post("/api/auth/request-otp", { data: { identifier: email } }),
    202,
  );
  const { challenge } = asked.data;
  const verify = (data: object) =>
    api.post("/api/auth/verify-otp", { data: { identifier: email, challenge, ...data } });
  await failure(await verify({ code: "12" }), 422, "invalid");
  const [message] = (await (await api.get(`/dev/outbox.json?to=${email}`)).json()) as { text: string }[];
  const code = /\b\d{6}\b/.exec(message?.text ?? "")?.[0] ?? "";
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  await failure(await verify({ code: wrong }), 401, "wrong_code");
  await failure(await verify({ code, challenge: "another-browser-1" }), 401, "wrong_code");
  await success(await verify({ code: `${code.slice(0, 3)} ${code.slice(3)}` }));
  await failure(await verify({ code }), 401, "wrong_code");
});

test("an order says what is missing or different, and changes nothing", async ({ api }) => {
  await signIn(api);
  await failure(await submit(api, randomUUID()), 422, "invalid");
  const [thing] = await wanted(api, 1);
  await fill(api, [thing!]);
  const missing = await failure(await submit(api, randomUUID(), {}), 422, "invalid");
  expect(missing.errors.map(({ field }) => field)).toEqual(["contact"]);
  const noKey = await failure(await api.post("/api/orders", { data: pickup }), 422, "invalid");
  expect(noKey.errors.map(({ field }) => field)).toEqual(["idempotencyKey"]);
  const changed = await failure(await submit(api, randomUUID(), { ...pickup, expectedTotal: 1 }), 409, "changed");
  expect(changed.data).toMatchObject({ total: { was: expect.any(String), now: expect.any(String) } });

  const { variant } = thing!;
  const tooMany = { variantId: variant.id, quantity: 9999 };
  const refused = await api.post("/api/cart/update_item", { data: tooMany });
  expect(
    (await failure(refused, refused.status(), refused.status() === 409 ? "out_of_stock" : "invalid")).errors,
  ).toHaveLength(1);
  expect((await success(await api.get("/api/orders"))).data).toEqual([]);
});
