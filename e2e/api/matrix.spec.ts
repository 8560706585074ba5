import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { type APIRequestContext, type APIResponse, test as base, expect } from "@playwright/test";
import { makeMember, makeProduct, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import { type KindName, kindNames, pages, rowOf } from "@/db/testing/matrix";
import { sections } from "@/lib/auth/back-office";
import { Shop } from "../support/shop";

type Person = { id: number; api: APIRequestContext };
type Market = {
  people: Record<KindName, Person>;
  /** A shop that none of them works for, and what it has. */
  other: { product: number; variant: number; retailer: string };
};

/** Every request from an address of its own: this is about rights, not about limits. */
const fromAnywhere = () => ({ "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` });

async function signIn(api: APIRequestContext, email: string): Promise<void> {
  const headers = fromAnywhere();
  const asked = await api.post("/api/auth/request-otp", { data: { identifier: email }, headers });
  const { challenge } = ((await asked.json()) as { data: { challenge: string } }).data;
  const sent = (await (await api.get("/dev/outbox.json", { params: { to: email } })).json()) as { text: string }[];
  const code = sent.map(({ text }) => /\b\d{6,8}\b/.exec(text)?.[0]).find(Boolean);
  const answer = await api.post("/api/auth/verify-otp", { data: { identifier: email, code, challenge }, headers });
  expect(answer.status(), email).toBe(200);
}

const test = base.extend<object, { shop: Shop; market: Market }>({
  shop: [
    async ({ browserName: _ }, use) => {
      const shop = new Shop();
      await use(shop);
      await shop.close();
    },
    { scope: "worker" },
  ],
  market: [
    async ({ playwright, shop: { db } }, use, { project }) => {
      const [own, other] = [await makeRetailer(db), await makeRetailer(db)];
      const { product, variant } = await makeProduct(db, other.id);
      await makeProduct(db, own.id);
      const accounts: Record<Exclude<KindName, "nobody">, { id: number; email: string | null }> = {
        shopper: await makeUser(db),
        "shop staff": await makeMember(db, own.id, "staff"),
        "shop owner": await makeMember(db, own.id),
        "product manager": await makeStaff(db, "product_manager"),
        operator: await makeStaff(db, "operator"),
        supervisor: await makeStaff(db, "supervisor"),
        admin: await makeStaff(db, "admin"),
      };
      const { baseURL } = project.use;
      const open = () => playwright.request.newContext(baseURL ? { baseURL } : {});
      const people = { nobody: { id: 0, api: await open() } } as Market["people"];
      for (const [kind, { id, email }] of Object.entries(accounts)) {
        const api = await open();
        await signIn(api, email!);
        people[kind as KindName] = { id, api };
      }
      await use({ people, other: { product: product.id, variant: variant.id, retailer: other.handle } });
      await Promise.all(Object.values(people).map(({ api }) => api.dispose()));
    },
    { scope: "worker" },
  ],
});

type Door = { name: string; reads: boolean; method: string; path: string; allowed: readonly KindName[] };

/** The doors as `docs/permissions.md` has them: made from the operations, and held against them by a test of its own. */
const doors: Door[] = readFileSync("docs/permissions.md", "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, name = "", , address = ""]) => name.startsWith("`") && address)
  .map(([, name, does, address, ...logins]) => {
    const [method, path] = address!.replaceAll("`", "").split(" ");
    const allowed = kindNames.filter((_, index) => logins[index] !== "–");
    return { name: name!.replaceAll("`", ""), reads: does === "reads", method: method!, path: path!, allowed };
  });

type Body = { required: boolean; content: Record<string, unknown> };
type Described = { paths: Record<string, Record<string, { requestBody?: Body }>> };

/** What each door takes, by the API's own document. */
async function bodies(api: APIRequestContext): Promise<(door: Door) => Body | undefined> {
  const { paths } = (await (await api.get("/api/openapi.json")).json()) as Described;
  return ({ method, path }) => paths[path]?.[method.toLowerCase()]?.requestBody;
}

/** Asks at a door for a thing that is not there, with nothing in hand. */
function knock(
  api: APIRequestContext,
  { method, path }: Door,
  body: Body | undefined,
  thing = "999999999",
): Promise<APIResponse> {
  const files = body?.content["multipart/form-data"] !== undefined;
  const given = method === "GET" || method === "DELETE" ? {} : files ? { multipart: { no: "file" } } : { data: {} };
  // A form with cookies is believed when it comes from a page of ours.
  const headers = { ...fromAnywhere(), ...(files && { "sec-fetch-site": "same-origin" }) };
  return api.fetch(path.replace(/\{\w+\}/g, thing), { method, headers, maxRedirects: 0, ...given });
}

test("there are doors, each with its row", () => {
  expect(doors.length).toBeGreaterThan(80);
  expect(doors.filter(({ name }) => rowOf(name) === undefined)).toEqual([]);
  expect(doors.find(({ name }) => name === "catalog.brands.add")).toMatchObject({
    method: "POST",
    path: "/api/brands",
    allowed: ["product manager", "admin"],
  });
});

for (const kind of kindNames) {
  test(`${kind}: every REST door answers as the matrix promises`, async ({ market }) => {
    const { api } = market.people[kind];
    const wrong: string[] = [];
    const bodyOf = await bodies(api);
    for (const door of doors) {
      const allowed = door.allowed.includes(kind);
      // Asking with nothing in hand must change nothing.
      const harmless = door.reads || door.path.includes("{") || bodyOf(door)?.required === true;
      if (allowed && (!harmless || rowOf(door.name) === "open")) continue;
      const status = (await knock(api, door, bodyOf(door))).status();
      const refusal = kind === "nobody" ? 401 : 403;
      const fine = allowed ? status !== 401 && status !== 403 && status < 500 : status === refusal;
      if (!fine) wrong.push(`${door.name}: ${status}, ${allowed ? "allowed" : `should be ${refusal}`}`);
    }
    expect(wrong).toEqual([]);
  });

  test(`${kind}: every section of the back office is there, or is not`, async ({ market }) => {
    const { api } = market.people[kind];
    for (const section of Object.keys(sections)) {
      const who = pages[section];
      expect(who, `${section} is not in the matrix: say in db/testing/matrix.ts who opens it`).toBeDefined();
      const path = section === "overview" ? "/admin" : `/admin/${section}`;
      const answer = await api.get(path, { maxRedirects: 0 });
      if (kind === "nobody") {
        expect(answer.status(), path).toBe(303);
        expect(answer.headers().location, path).toContain("/sign-in?next=");
      } else expect(answer.status(), path).toBe(who!.includes(kind) ? 200 : 404);
      expect((await api.get("/admin/nowhere", { maxRedirects: 0 })).status()).toBe(kind === "nobody" ? 303 : 404);
    }
  });
}

test("a supervisor opens every section that anybody watches, and no page to add something", async ({ market }) => {
  const { api } = market.people.supervisor;
  const kept = Object.keys(sections).filter((section) => pages[section]!.includes("admin"));
  expect(kept.filter((section) => !pages[section]!.includes("supervisor"))).toEqual([]);
  for (const section of ["categories", "brands", "people"]) {
    expect((await api.get(`/admin/${section}/new`)).status(), section).toBe(404);
  }
});

test("what belongs to another shop is not there for a shop's own people, and stays as it is", async ({
  market,
  shop,
}) => {
  const { product, variant, retailer } = market.other;
  const things: Record<string, string> = {
    "catalog.keeping": String(product),
    "catalog.stock": String(variant),
    "retailers.members": retailer,
  };
  const kept = () =>
    shop.rows(
      `select to_jsonb(p) as product, (select jsonb_agg(v order by v.id) from variants v where v.product_id = p.id) as variants,
        (select jsonb_agg(m order by m.user_id) from retailer_members m where m.retailer_id = p.retailer_id) as members
      from products p where p.id = $1`,
      product,
    );
  const before = await kept();
  expect(before).toHaveLength(1);
  const bodyOf = await bodies(market.people.nobody.api);
  for (const kind of ["shop staff", "shop owner"] as const) {
    for (const door of doors) {
      const thing = Object.entries(things).find(([prefix]) => door.name.startsWith(prefix))?.[1];
      if (!thing || !door.path.includes("{") || !door.allowed.includes(kind)) continue;
      const status = (await knock(market.people[kind].api, door, bodyOf(door), thing)).status();
      expect(door.reads ? [404] : [404, 422], `${kind}, ${door.name}: ${status}`).toContain(status);
    }
    for (const path of [`/admin/products/${product}`, `/admin/stock/${variant}`])
      expect((await market.people[kind].api.get(path)).status(), path).toBe(404);
  }
  expect(await kept()).toEqual(before);
});
