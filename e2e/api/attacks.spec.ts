import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { type APIRequestContext, mergeTests } from "@playwright/test";
import { expect, test as withShop } from "../support/test";
import { test as base, failure, freshEmail, signIn, success, type Tokens } from "./client";

const test = mergeTests(base, withShop);
type Rows = (statement: string, ...values: unknown[]) => Promise<Record<string, unknown>[]>;

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const partsOf = (token: string) => token.split(".") as [string, string, string];
const claimsOf = (token: string) => JSON.parse(Buffer.from(partsOf(token)[1], "base64url").toString()) as object;

/** The newest code that was sent to an address. */
async function codeTo(api: APIRequestContext, to: string): Promise<string> {
  const sent = (await (await api.get("/dev/outbox.json", { params: { to } })).json()) as { text: string }[];
  return /\b\d{6,8}\b/.exec(sent[0]?.text ?? "")?.[0] ?? "";
}

/** What an attack on one account could have changed. */
async function traces(rows: Rows, userId: number) {
  const [user] = await rows("select name, email, phone, active, session_version from users where id = $1", userId);
  const sessions = await rows("select id, revoked_at from sessions where user_id = $1 order by id", userId);
  const roles = await rows("select role from user_roles where user_id = $1", userId);
  const hash = await rows("select password_hash from credentials where user_id = $1", userId);
  return { user, sessions, roles, hash };
}

test("a token that nobody signed, or that says more than was signed, is nobody's", async ({ open, shop }) => {
  const { accessToken, user } = await signIn(await open());
  const [head, body, signature] = partsOf(accessToken);
  const claims = claimsOf(accessToken);
  const bare = await open();
  const before = await traces((...all) => shop.rows(...all), user.id);
  const forged = [
    `${base64({ alg: "none" })}.${body}.`,
    `${base64({ alg: "none", typ: "JWT" })}.${body}.${signature}`,
    `${base64({ alg: "HS512" })}.${body}.${signature}`,
    `${head}.${base64({ ...claims, roles: ["admin"], role: "admin" })}.${signature}`,
    `${head}.${base64({ ...claims, sub: "1" })}.${signature}`,
    `${head}.${body}.${signature.slice(0, -4)}AAAA`,
    `${head}.${body}`,
    "",
    "null",
    "a.b.c",
    `${accessToken} ${accessToken}`,
  ];
  for (const token of forged) {
    await failure(await bare.get("/api/orders", bearer(token)), 401, "unauthenticated");
    await failure(await bare.delete("/api/orders", bearer(token)), 405, "method_not_allowed");
  }
  for (const authorization of ["Bearer", "bearer", `Basic ${accessToken}`, accessToken, `Bearer  ${accessToken}`]) {
    await failure(await bare.get("/api/orders", { headers: { authorization } }), 401, "unauthenticated");
  }
  expect(await traces((...all) => shop.rows(...all), user.id)).toEqual(before);
  await success(await bare.get("/api/orders", bearer(accessToken)));
});

const ends: [string, (rows: Rows, user: number, api: APIRequestContext) => Promise<unknown>][] = [
  ["after signing out", async (_, __, api) => success(await api.post("/api/auth/logout", { data: {} }))],
  [
    "after a demotion",
    (rows, user) => rows("update users set session_version = session_version + 1 where id = $1", user),
  ],
  ["after the account was closed", (rows, user) => rows("update users set active = false where id = $1", user)],
  [
    "after a reset of the password",
    async (rows, user, api) => {
      // One address is sent one code a minute: the second goes to the person's number.
      const identifier = `+491512${String(user).padStart(7, "3")}`;
      await rows("update users set phone = $2, phone_confirmed_at = now() where id = $1", user, identifier);
      const asked = await success<{ challenge: string }>(
        await api.post("/api/auth/forgot-password", { data: { identifier } }),
        202,
      );
      const { challenge } = asked.data;
      const data = { identifier, challenge, code: await codeTo(api, identifier), password: "one saffron per lane" };
      await success(await api.post("/api/auth/reset-password", { data }));
    },
  ],
];
for (const [name, end] of ends) {
  test(`a session is dead on its next request ${name}`, async ({ open, shop }) => {
    const api = await open();
    const { accessToken, refreshToken, user } = await signIn(api);
    await success(await api.get("/api/orders"));
    await end((...all) => shop.rows(...all), user.id, api);
    const bare = await open();
    await failure(await bare.get("/api/orders", bearer(accessToken)), 401, "unauthenticated");
    await failure(await bare.post("/api/auth/refresh", { data: { refreshToken } }), 401, "unauthenticated");
    await failure(await api.get("/api/orders"), 401, "unauthenticated");
  });
}

test("a refresh token that is used again ends its family, whoever holds the newest", async ({ open, shop }) => {
  const api = await open();
  const first = await signIn(api);
  const bare = await open();
  const use = (refreshToken: string) => bare.post("/api/auth/refresh", { data: { refreshToken } });
  const next = (await success<Tokens>(await use(first.refreshToken))).data;
  await success(await bare.get("/api/orders", bearer(next.accessToken)));
  await failure(await use(first.refreshToken), 401, "unauthenticated");
  await failure(await use(next.refreshToken), 401, "unauthenticated");
  for (const { accessToken } of [first, next]) {
    await failure(await bare.get("/api/orders", bearer(accessToken)), 401, "unauthenticated");
  }
  await failure(await api.get("/api/orders"), 401, "unauthenticated");
  const { sessions } = await traces((...all) => shop.rows(...all), first.user.id);
  expect(sessions).toEqual([{ id: expect.anything(), revoked_at: expect.anything() }]);
});

test("a code opens once, and only what it is for, where it was asked for", async ({ open, shop }) => {
  const api = await open();
  const identifier = freshEmail();
  const ask = async (path: string) =>
    (await success<{ challenge: string }>(await api.post(path, { data: { identifier } }), 202)).data.challenge;
  const challenge = await ask("/api/auth/request-otp");
  const code = await codeTo(api, identifier);
  const reset = { identifier, code, challenge, password: "one saffron per lane" };
  await failure(await api.post("/api/auth/reset-password", { data: reset }), 401, "wrong_code");
  const elsewhere = { identifier, code, challenge: "another-browser-1" };
  await failure(await api.post("/api/auth/verify-otp", { data: elsewhere }), 401, "wrong_code");
  const verify = { identifier, code, challenge };
  const { user } = (await success<Tokens>(await api.post("/api/auth/verify-otp", { data: verify }))).data;
  const before = await traces((...all) => shop.rows(...all), user.id);
  await failure(await (await open()).post("/api/auth/verify-otp", { data: verify }), 401, "wrong_code");
  expect(await traces((...all) => shop.rows(...all), user.id)).toEqual(before);
});

test("what nobody can be called or written to is refused, and nothing is sent", async ({ open, shop }) => {
  const api = await open();
  const email = freshEmail();
  for (const [field, data] of [
    ["email", { name: "Ada", email: "a@x.com,b@y.com" }],
    ["email", { name: "Ada", email: "ada＠example.com" }],
    ["email", { name: "Ada", email: "ada@example.com\r\nBcc: b@y.com" }],
    ["name", { name: "Ada\r\nBcc: b@y.com", email }],
    ["name", { name: "<b>Ada</b>", email }],
    ["name", { name: "   ", email }],
    ["name", { email }],
    ["password", { name: "Ada", email, password: "password1" }],
    ["password", { name: "Ada", email, password: "short" }],
  ] as const) {
    const { errors } = await failure(await api.post("/api/auth/register", { data }), 422, "invalid");
    expect(
      errors.map((each) => each.field),
      JSON.stringify(data),
    ).toContain(field);
  }
  expect(await shop.rows("select from users where email = $1", email)).toEqual([]);
  expect(await (await api.get("/dev/outbox.json", { params: { to: email } })).json()).toEqual([]);
});

test("nobody registers with a role, and no more than was asked is taken", async ({ open, shop }) => {
  const api = await open();
  const identifier = freshEmail();
  const more = { role: "admin", roles: ["admin"], active: false, sessionVersion: 9, emailConfirmedAt: "2026-01-01" };
  const asked = await success<{ challenge: string }>(
    await api.post("/api/auth/register", { data: { name: "Ada", email: identifier, ...more } }),
    202,
  );
  const data = { identifier, challenge: asked.data.challenge, code: await codeTo(api, identifier), roles: ["admin"] };
  const { user } = (await success<Tokens>(await api.post("/api/auth/verify-otp", { data }))).data;
  const { user: row, roles } = await traces((...all) => shop.rows(...all), user.id);
  expect(roles).toEqual([]);
  expect(row).toMatchObject({ name: "Ada", active: true, session_version: 1 });
  // The code and, once the relay has seen what happened, a welcome.
  await expect
    .poll(async () => ((await (await api.get("/dev/outbox.json", { params: { to: identifier } })).json()) as []).length)
    .toBe(2);
});

test("a forged host changes no word of what is sent", async ({ open, baseURL }) => {
  const api = await open();
  const email = freshEmail();
  const { hostname, port } = new URL(baseURL!);
  const body = JSON.stringify({ identifier: email });
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
      "x-forwarded-for": `10.9.${Math.trunc(Math.random() * 255)}.7`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    httpRequest({ hostname, port, path: "/api/auth/forgot-password", method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end(body);
  });
  expect(status).toBe(202);
  const sent = await (await api.get("/dev/outbox.json", { params: { to: email } })).text();
  expect(await codeTo(api, email)).toMatch(/^\d{6}$/);
  expect(sent).not.toContain("evil.example");
});

test("nobody is led elsewhere", async ({ open, baseURL }) => {
  const api = await open();
  for (const evil of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
  ]) {
    const query = new URLSearchParams({ callbackUrl: evil, next: evil });
    for (const path of [
      "/api/auth/signin",
      "/api/auth/signout",
      "/sign-in",
      "/sign-in/password",
      "/sign-up",
      "/reset",
    ]) {
      const answer = await api.get(`${path}?${query}`, { maxRedirects: 0 });
      expect(answer.status(), path).toBeLessThan(500);
      const to = new URL(answer.headers().location ?? "/", baseURL);
      expect(to.origin, `${path} ${query}`).toBe(new URL(baseURL!).origin);
    }
  }
});

test("a form of another site, or of none, does nothing", async ({ open, shop, baseURL }) => {
  const api = await open();
  const { user } = await signIn(api);
  const before = await traces((...all) => shop.rows(...all), user.id);
  const form = { headers: { "content-type": "application/x-www-form-urlencoded" }, data: "name=Mallory" };
  const json = { data: { name: "Mallory" } };
  for (const origin of ["https://evil.example", "null", `${baseURL}.evil.example`]) {
    for (const [path, options] of [
      ["/api/profile", json],
      ["/api/auth/logout", json],
      ["/profile/details", form],
      ["/sign-in", form],
    ] as const) {
      const headers = { ...("headers" in options ? options.headers : {}), origin };
      const method = path === "/api/profile" ? "PATCH" : "POST";
      const answer = await api.fetch(path, { ...options, headers, method });
      expect(answer.status(), `${path} from ${origin}`).toBe(403);
    }
  }
  expect((await api.post("/profile/details", form)).status(), "an action without an Origin").toBe(403);
  expect((await api.fetch("/api/profile", { ...form, method: "PATCH" })).status()).toBeGreaterThanOrEqual(400);
  expect(await traces((...all) => shop.rows(...all), user.id)).toEqual(before);
  await success(await api.get("/api/orders"));
});

test("numbers of one prefix are sent a twentieth of the day's messages, wherever they are asked for", async ({
  open,
  shop,
}) => {
  const statuses: number[] = [];
  for (let index = 0; index < 30; index += 1) {
    const data = { identifier: `+49151299${10_000 + index}` };
    statuses.push((await (await open()).post("/api/auth/request-otp", { data })).status());
  }
  // Of the 500 that are sent in a day.
  expect(statuses).toEqual([...Array<number>(25).fill(202), ...Array<number>(5).fill(429)]);
  const [row] = await shop.rows("select count(*)::int from outbox_message where recipient like '+49151299%'");
  expect(row).toEqual({ count: 25 });
});

test("a known address and an unknown one are answered alike", async ({ open, shop }) => {
  const shapeOf = async (path: string, data: (identifier: string) => object, identifier: string) => {
    const answer = await (await open()).post(path, { data: data(identifier) });
    const body = (await answer.json()) as { data: object | null };
    return { status: answer.status(), ...body, data: body.data && Object.keys(body.data), requestId: "" };
  };
  for (const [path, data] of [
    ["/api/auth/forgot-password", (identifier: string) => ({ identifier })],
    ["/api/auth/login", (identifier: string) => ({ identifier, password: "one saffron per lane" })],
    ["/api/auth/register", (email: string) => ({ name: "Ada", email, password: "one saffron per lane" })],
  ] as const) {
    const known = freshEmail();
    await shop.rows("insert into users (name, email, email_confirmed_at) values ('Ada', $1, now())", known);
    const answers = [await shapeOf(path, data, known), await shapeOf(path, data, `${randomUUID()}@example.com`)];
    if (path === "/api/auth/forgot-password") expect(answers[0]!.status).toBe(202);
    expect(answers[0], path).toEqual(answers[1]);
  }
});
