import { expect } from "@playwright/test";
import { failure, freshEmail, success, test } from "./client";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const lists = ["/api/products", "/api/categories", "/api/brands", "/api/retailers"];

test("an address where nothing is answers 404 for every method", async ({ api }) => {
  for (const path of ["/api", "/api/nothing", "/api/products/1/nothing", "/api/orders/1001-1/x"]) {
    for (const method of methods) await failure(await api.fetch(path, { method }), 404, "not_found");
  }
});

test("a method that an address does not take answers 405 and names those it takes", async ({ api }) => {
  const takes = { "/api/retailers": "GET, HEAD, OPTIONS", "/api/cart/clear": "POST, OPTIONS" };
  for (const [path, allow] of Object.entries(takes)) {
    for (const method of methods.filter((each) => !allow.includes(each))) {
      const answer = await api.fetch(path, { method });
      await failure(answer, 405, "method_not_allowed");
      expect(answer.headers().allow).toBe(allow);
    }
    const options = await api.fetch(path, { method: "OPTIONS" });
    expect([options.status(), options.headers().allow]).toEqual([204, allow]);
  }
  expect((await api.head("/api/cart/clear")).status()).toBe(405);
});

test("HEAD answers as GET does, without a body", async ({ api }) => {
  const [head, get] = [await api.head("/api/brands"), await api.get("/api/brands")];
  expect(head.status()).toBe(200);
  expect(head.headers().etag).toBe(get.headers().etag);
  expect(await head.body()).toHaveLength(0);
});

test("every address answers with a slash at its end", async ({ api }) => {
  for (const path of [...lists, "/api/cart", "/api/health", "/api/openapi.json"]) {
    const answer = await api.get(`${path}/`, { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 200]);
  }
  const posted = await api.post("/api/cart/clear/", { data: {}, maxRedirects: 0 });
  await success(posted);
});

test("a body that is not a JSON object is malformed", async ({ api }) => {
  const headers = { "content-type": "application/json" };
  for (const data of [
    "{",
    "[]",
    "1",
    '"x"',
    "null",
    '{"variantId":1,}',
    '{"variantId":"\\u0000"}',
    '{"a":"\\ud800"}',
  ]) {
    await failure(await api.post("/api/cart/add_item", { headers, data: Buffer.from(data) }), 400, "malformed");
  }
  const broken = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]);
  await failure(await api.post("/api/cart/add_item", { headers, data: broken }), 400, "malformed");
});

test("a body that is too large is refused, and one that is no JSON", async ({ api }) => {
  const large = { variantId: 1, note: "x".repeat(1_100_000) };
  await failure(await api.post("/api/cart/add_item", { data: large }), 413, "too_large");
  const form = await api.post("/api/cart/add_item", { form: { variantId: "1" } });
  await failure(form, 415, "unsupported_media_type");
});

test("fields that are wrong are named", async ({ api }) => {
  const missing = await failure(await api.post("/api/cart/add_item", { data: {} }), 422, "invalid");
  expect(missing.errors.map(({ field }) => field)).toEqual(["variantId"]);
  // JSON is taken as it is: a number in quotes is no number.
  const quoted = await failure(await api.post("/api/cart/add_item", { data: { variantId: "1" } }), 422, "invalid");
  expect(quoted.errors[0]).toMatchObject({ field: "variantId", message: expect.stringMatching(/\S/) });
  const query = await failure(await api.get("/api/products?page=0&pageSize=9999&sort=x"), 422, "invalid");
  expect(query.errors.map(({ field }) => field).sort()).toEqual(["page", "pageSize", "sort"]);
});

test("an id that cannot be one is an address where nothing is", async ({ api }) => {
  for (const id of ["0", "abc", "1.5", "99999999999", "-1", "2147483647"]) {
    await failure(await api.get(`/api/products/${id}`), 404, "not_found");
  }
});

test("what belongs to somebody asks for a session", async ({ api }) => {
  await failure(await api.get("/api/orders"), 401, "unauthenticated");
  await failure(await api.get("/api/orders/1001-1"), 401, "unauthenticated");
  await failure(await api.post("/api/orders", { data: {} }), 401, "unauthenticated");
  const forged = { authorization: "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x" };
  await failure(await api.get("/api/orders", { headers: forged }), 401, "unauthenticated");
  await failure(
    await api.post("/api/auth/refresh", { data: { refreshToken: "x".repeat(43) } }),
    401,
    "unauthenticated",
  );
});

test("a request of another site is refused", async ({ api }) => {
  const headers = { origin: "https://evil.example" };
  await failure(await api.post("/api/cart/clear", { headers, data: {} }), 403, "forbidden");
});

test("asking for codes too often is refused with the time to wait", async ({ api }) => {
  const data = { identifier: freshEmail() };
  await success(await api.post("/api/auth/request-otp", { data }), 202);
  const again = await api.post("/api/auth/request-otp", { data });
  await failure(again, 429, "rate_limited");
  expect(Number(again.headers()["retry-after"])).toBeGreaterThan(0);
  expect(Number(again.headers()["retry-after"])).toBeLessThanOrEqual(60);
});

test("lists are paged and say so", async ({ api }) => {
  for (const path of lists) {
    const { data, meta } = await success<unknown[]>(await api.get(`${path}?page=1&pageSize=1`));
    expect(data).toHaveLength(1);
    expect(meta?.page).toMatchObject({ number: 1, size: 1, total: expect.any(Number), previous: null });
    const beyond = await success<unknown[]>(await api.get(`${path}?page=9999&pageSize=100`));
    expect(beyond.data).toEqual([]);
    expect(beyond.meta?.page).toMatchObject({ total: meta?.page.total, next: null });
  }
  const filtered = await success(await api.get("/api/products?category=no/such&retailer=none"));
  expect(filtered.meta?.page.total).toBe(0);
});

test("what is the same for everybody may be kept and is compared by its ETag, the rest is not kept", async ({
  api,
}) => {
  for (const path of [...lists, "/api/openapi.json"]) {
    const answer = await api.get(path);
    const { etag, "cache-control": kept, "set-cookie": cookie } = answer.headers();
    expect(kept).toContain("public");
    expect(cookie).toBeUndefined();
    const same = await api.get(path, { headers: { "if-none-match": etag ?? "" } });
    expect([path, same.status(), (await same.body()).length]).toEqual([path, 304, 0]);
  }
  for (const path of ["/api/cart", "/api/health"]) {
    expect((await api.get(path)).headers()["cache-control"]).toBe("no-store");
  }
});

test("a cart cookie of any kind is read without a mistake", async ({ api }) => {
  for (const cookie of ["x", "1x1.1x1", "0x0", "1x99999", `${"9".repeat(40)}x1`, "%00", "1x1".repeat(2000)]) {
    const answer = await api.get("/api/cart", { headers: { cookie: `cart=${cookie}` } });
    expect([cookie.slice(0, 20), answer.status()]).toEqual([cookie.slice(0, 20), 200]);
  }
});

test("the process and its database answer", async ({ api }) => {
  const { data } = await success<object>(await api.get("/api/health"));
  expect(data).toEqual({ status: "ok", database: "up", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});
