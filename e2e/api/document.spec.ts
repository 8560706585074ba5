import { randomInt, randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type APIResponse, expect, mergeTests } from "@playwright/test";
import * as z from "zod";
import { stepOf, totp } from "@/lib/accounts/totp";
import { test as withShop } from "../support/test";
import { test as base, codeSent, fill, freshEmail, pickup, signIn, submit, wanted } from "./client";

const test = mergeTests(base, withShop);

const address = { name: "Ada Example", line1: "Marktplatz 1", postcode: "10115", city: "Berlin", country: "DE" };

type Answer = { content?: { "application/json": { schema: object } } };
type Document = {
  paths: Record<string, Record<string, { responses: Record<string, Answer> }>>;
  components: { schemas: Record<string, object> };
};

/** The shape that the document promises for one answer, as something that checks. */
function promised(document: Document, method: string, path: string, status: number): z.ZodType {
  const answer = document.paths[path]?.[method]?.responses[status];
  expect(answer, `${method} ${path} ${status} is not in the document`).toBeDefined();
  const whole = { ...answer!.content?.["application/json"].schema, $defs: document.components.schemas };
  return z.fromJSONSchema(JSON.parse(JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/")));
}

/** Source: RFC 4648, section 6. */
function fromBase32(text: string): Buffer {
  const bits = [...text].map((each) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each).toString(2).padStart(5, "0"));
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** Doors of those who keep shops and the market; each is knocked at in `matrix.spec.ts`. */
const backOffice = / \/api\/(?:admin\/|(?:products|brands|categories|retailers)(?:\/|$)|orders\/\{id\}\/)/;

test("live answers have the shapes that the document promises", async ({ api, shop }) => {
  const document = (await (await api.get("/api/openapi.json")).json()) as Document;
  const seen = new Set<string>();
  const check = async (method: string, path: string, answer: APIResponse) => {
    const result = promised(document, method, path, answer.status()).safeParse(await answer.json());
    expect(result.error?.issues, `${method} ${path} ${answer.status()}`).toBeUndefined();
    if (answer.ok()) seen.add(`${method} ${path}`);
    return answer;
  };
  const get = (path: string, url = path) => api.get(url).then((answer) => check("get", path, answer));
  const post = (path: string, data: object, url = path) =>
    api.post(url, { data }).then((answer) => check("post", path, answer));
  const put = (path: string, data: object, url = path) =>
    api.put(url, { data }).then((answer) => check("put", path, answer));
  const patch = (path: string, data: object, url = path) =>
    api.patch(url, { data }).then((answer) => check("patch", path, answer));
  const remove = (path: string, url: string) => api.delete(url).then((answer) => check("delete", path, answer));
  /** Asks there for a code, and sends it back. */
  const prove = async (path: string, data: object, to: string) => {
    const { challenge } = ((await (await post(path, data)).json()) as { data: { challenge: string } }).data;
    await put(path, { challenge, code: await codeSent(api, to) });
  };

  for (const path of ["/api/health", "/api/products", "/api/categories", "/api/brands", "/api/retailers"])
    await get(path);
  await get("/api/products", "/api/products?page=0");
  const [thing] = await wanted(api, 1);
  await get("/api/products/{id}", `/api/products/${thing!.product.id}`);
  await get("/api/products/{id}", "/api/products/0");
  await get("/api/orders");
  await post("/api/auth/request-otp", {});
  await post("/api/auth/verify-otp", { identifier: "nobody@example.com", code: "000000", challenge: "x".repeat(20) });

  const tokens = await signIn(api);
  await post("/api/auth/refresh", { refreshToken: tokens.refreshToken });
  await fill(api, [thing!]);
  const item = { variantId: thing!.variant.id, quantity: thing!.quantity };
  await post("/api/cart/update_item", item);
  await post("/api/cart/remove_item", { variantId: item.variantId });
  await post("/api/cart/update_item", item);
  await post("/api/cart/clear", {});
  await post("/api/cart/add_item", item);
  await post("/api/cart/add_item", { ...item, quantity: 9999 });
  await get("/api/cart");
  await check("post", "/api/orders", await submit(api, randomUUID(), { ...pickup, expectedTotal: 1 }));
  const placed = await check("post", "/api/orders", await submit(api, randomUUID()));
  const { data } = (await placed.json()) as { data: { orders: { number: string }[] } };
  await get("/api/orders");
  const { number } = data.orders[0]!;
  await get("/api/orders/{id}", `/api/orders/${number}`);

  await patch("/api/profile/orders/{id}", { note: "Later" }, `/api/profile/orders/${number}`);
  await post("/api/profile/orders/{id}/cancel", {}, `/api/profile/orders/${number}/cancel`);
  await patch("/api/profile/orders/{id}", { note: "Too late" }, `/api/profile/orders/${number}`);
  await post("/api/profile/orders/{id}/reorder", {}, `/api/profile/orders/${number}/reorder`);
  const saved = await post("/api/profile/addresses", address);
  const { id } = ((await saved.json()) as { data: { id: number } }).data;
  await get("/api/profile/addresses");
  await put("/api/profile/addresses/{id}", address, `/api/profile/addresses/${id}`);
  await post("/api/profile/addresses/{id}/default", {}, `/api/profile/addresses/${id}/default`);
  await remove("/api/profile/addresses/{id}", `/api/profile/addresses/${id}`);
  await get("/api/profile");
  await patch("/api/profile", { name: "Ada Example" });
  const phone = `+491512${randomInt(1_000_000, 10_000_000)}`;
  await prove("/api/profile/contact", { phone }, phone);
  await remove("/api/profile/contact", "/api/profile/contact?channel=email");
  await get("/api/profile/export");
  // A code was sent there within the minute, so neither of these works.
  await post("/api/profile/deletion", {});
  await put("/api/profile/deletion", { code: "000000", challenge: "x".repeat(20) });
  await post("/api/auth/logout", {});

  const email = freshEmail();
  const password = "one saffron per lane";
  await post("/api/auth/register", { name: "Ada", email: freshEmail(), password });
  const [row] = await shop.rows<{ id: number }>(
    "insert into users (name, email) values ('Ada', $1) returning id",
    email,
  );
  const asked = await post("/api/auth/forgot-password", { identifier: email });
  const { challenge } = ((await asked.json()) as { data: { challenge: string } }).data;
  const reset = { identifier: email, challenge, code: await codeSent(api, email), password };
  await post("/api/auth/reset-password", reset);
  await post("/api/auth/reset-password", reset);
  await shop.rows("insert into user_roles (user_id, role) values ($1, 'admin')", row!.id);
  await post("/api/auth/login", { identifier: email, password: "another one" });
  for (let time = 0; time < 3; time += 1) await post("/api/auth/login", { identifier: email, password });
  await post("/api/accounts", { name: "Grace", email: freshEmail(), roles: ["operator"] });
  await post("/api/accounts", { name: "Grace" });
  await put("/api/profile/password", { current: "another one", password });
  const listed = (await (await get("/api/profile/sessions")).json()) as { data: { id: string; current: boolean }[] };
  const other = listed.data.find(({ current }) => !current)!;
  await remove("/api/profile/sessions/{id}", `/api/profile/sessions/${other.id}`);
  await remove("/api/profile/sessions/others", "/api/profile/sessions/others");
  await get("/api/profile/two-factor");
  const setUp = (await (await post("/api/profile/two-factor", {})).json()) as { data: { secret: string } };
  const digits = totp(fromBase32(setUp.data.secret), stepOf(new Date()));
  await post("/api/profile/two-factor/confirm", { code: "000000" });
  await post("/api/profile/two-factor/confirm", { code: digits });
  await post("/api/auth/login", { identifier: email, password });
  await post("/api/profile/two-factor/disable", { password });
  await put("/api/profile/password", { current: password, password: "two saffrons per lane" });
  await post("/api/auth/logout", {});

  // Codes are sent and checked by `signIn`, and deletion has its own tests; every other operation was seen to work here.
  const known = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((each) => `${each} ${path}`),
  );
  const rest = known.filter((each) => !seen.has(each) && !/otp$|deletion$/.test(each) && !backOffice.test(each));
  expect(rest).toEqual([]);
});

test("what the back office reads has the shapes that the document promises", async ({ api, shop }) => {
  const document = (await (await api.get("/api/openapi.json")).json()) as Document;
  const email = freshEmail();
  const [admin] = await shop.rows<{ id: number }>(
    "insert into users (name, email) values ('Ada', $1) returning id",
    email,
  );
  await shop.rows("insert into user_roles (user_id, role) values ($1, 'admin')", admin!.id);
  await signIn(api, email);
  const one = async (column: string, from: string) =>
    String((await shop.rows<{ one: unknown }>(`select ${column} as one from ${from} limit 1`))[0]!.one);
  const shops = { id: await one("id", "retailers where status = 'active'") };
  const things: Record<string, Record<string, string>> = {
    "/api/admin/brands/{id}": { id: await one("id", "brands") },
    "/api/admin/categories/{id}": { id: await one("id", "categories") },
    "/api/admin/products/{id}": { id: await one("id", "products") },
    "/api/admin/stock/{id}": { id: await one("id", "variants") },
    "/api/admin/stock/{id}/ledger": { id: await one("id", "variants") },
    "/api/admin/orders/{id}": { id: await one("number", "orders") },
    "/api/admin/users/{id}": { id: String(admin!.id) },
    "/api/admin/users/{id}/sessions": { id: String(admin!.id) },
    "/api/admin/retailers/{id}": shops,
  };
  const asked: Record<string, string> = {
    "/api/admin/members": `?retailer=${shops.id}`,
    "/api/admin/audit/record": `?thing=retailers&record=${shops.id}`,
  };
  const walked: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    if (!item.get || !path.startsWith("/api/admin/") || (path.includes("{") && !things[path])) continue;
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => things[path]![name]!) + (asked[path] ?? "");
    const answer = await api.get(url);
    if (!answer.headers()["content-type"]?.startsWith("application/json")) continue;
    const result = promised(document, "get", path, answer.status()).safeParse(await answer.json());
    expect(result.error?.issues, `${url} ${answer.status()}`).toBeUndefined();
    if (answer.ok()) walked.push(path);
  }
  expect(Object.keys(things).filter((path) => !walked.includes(path))).toEqual([]);
  expect(walked.length).toBeGreaterThan(15);
});

for (const path of ["/swagger", "/redoc"]) {
  test(`${path} shows the document and loads nothing from elsewhere`, async ({ page, baseURL }) => {
    const foreign: string[] = [];
    const problems: string[] = [];
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== new URL(baseURL!).origin) foreign.push(request.url());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("response", (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(path);
    await expect(page).toHaveTitle(/Charsu/);
    await expect(
      page.getByText("Adds pieces of a variant to the cart.").filter({ visible: true }).first(),
    ).toBeVisible();
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
    // What the viewer draws is its maker's; the frame around it is ours.
    const { violations } = await new AxeBuilder({ page }).exclude("#room").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test("the outbox shows what was sent, escaped", async ({ page, api }) => {
  const email = `o'neil+${randomUUID()}@example.com`;
  await api.post("/api/auth/request-otp", { data: { identifier: email } });
  const sent = (await (await api.get("/dev/outbox.json", { params: { to: email } })).json()) as object[];
  expect(sent).toEqual([
    {
      channel: "email",
      to: email,
      subject: expect.any(String),
      text: expect.stringMatching(/\d{6}/),
      at: expect.any(String),
    },
  ]);
  await page.goto(`/dev/outbox?to=${encodeURIComponent(email)}`);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("article")).toContainText(email);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
