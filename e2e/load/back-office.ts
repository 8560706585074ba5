import { Client } from "pg";
import { say } from "@/lib/commands/progress";
import { rebuildFigures } from "@/lib/reports/rebuild";
import { growMarket } from "./large-market";
import type { PrivateShop } from "./private-shop";

/** Visits of each page; the first ones compile and connect, and are not counted. */
const visits = 15;
const warming = 3;
/** Milliseconds within which a first page answers, at the median. Source: issue of the back office. */
const target = 200;

/** Tables that grow with the market: a list that reads one of them whole gets slower every day. */
const growing = [
  "products",
  "variants",
  "pictures",
  "orders",
  "order_lines",
  "order_status_log",
  "submits",
  "stock_ledger",
  "users",
  "sessions",
  "audit_log",
  "events",
];

export type Visited = {
  who: string;
  path: string;
  status: number;
  /** Milliseconds. */
  median: number;
  slowest: number;
  /** Growing tables that were read from one end to the other, with how often. */
  scanned: string;
};

type Role = "admin" | "operator" | "product_manager" | "supervisor" | "retailer";

const pages: Record<Role, readonly string[]> = {
  admin: [
    "/admin",
    "/admin/reports",
    "/admin/orders",
    "/admin/orders?status=pending",
    "/admin/orders?status=delivered",
    "/admin/orders?q=karimi",
    "/admin/orders?q=person4711",
    "/admin/orders?q=99999",
    "/admin/products",
    "/admin/products?q=saffron",
    "/admin/products?q=L5000",
    "/admin/products?status=draft",
    "/admin/products?sort=name",
    "/admin/products?sort=sold",
    "/admin/stock",
    "/admin/stock?level=low",
    "/admin/stock?q=kettle",
    "/admin/categories",
    "/admin/categories?q=stand",
    "/admin/brands",
    "/admin/brands?q=large",
    "/admin/retailers",
    "/admin/uploads",
    "/admin/people",
    "/admin/people?sort=name",
    "/admin/people?q=rezaei",
    "/admin/people?q=person4711",
    "/admin/people?role=admin",
    "/admin/audit",
    "/admin/audit?thing=products&record=77",
    "/admin/audit?person=7",
    "/admin/books",
  ],
  operator: ["/admin", "/admin/orders", "/admin/orders?q=karimi", "/admin/people?q=rezaei", "/admin/retailers"],
  product_manager: ["/admin", "/admin/products", "/admin/products?q=saffron", "/admin/stock?level=low"],
  supervisor: ["/admin", "/admin/reports", "/admin/orders", "/admin/people", "/admin/audit?thing=orders"],
  retailer: [
    "/admin",
    "/admin/reports",
    "/admin/orders",
    "/admin/orders?status=delivered",
    "/admin/products",
    "/admin/products?q=saffron",
    "/admin/products?sort=price",
    "/admin/stock",
    "/admin/stock?level=low",
    "/admin/uploads",
    "/admin/shop",
  ],
};

/** Somebody who holds the role, signed in: the cookies of their browser. */
async function signIn({ origin }: PrivateShop, client: Client, role: Role): Promise<string> {
  const email = `bench-${role}@example.com`;
  const { rows } = await client.query<{ id: number }>(
    "insert into users (name, email, email_confirmed_at) values ($1, $2, now()) returning id",
    [`Bench ${role}`, email],
  );
  const [{ id }] = rows as [{ id: number }];
  if (role === "retailer")
    await client.query(
      "insert into retailer_members (retailer_id, user_id, role) select min(id), $1, 'owner' from retailers where handle like 'large-%'",
      [id],
    );
  else await client.query("insert into user_roles (user_id, role) values ($1, $2)", [id, role]);
  const post = async (path: string, data: object) => {
    const answer = await fetch(origin + path, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify(data),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const asked = (await (await post("/api/auth/request-otp", { identifier: email })).json()) as {
    data: { challenge: string };
  };
  const outbox = await fetch(`${origin}/dev/outbox.json?to=${email}`);
  const [message] = (await outbox.json()) as { text: string }[];
  const code = /\b\d{6,8}\b/.exec(message?.text ?? "")?.[0];
  const entered = await post("/api/auth/verify-otp", { identifier: email, code, challenge: asked.data.challenge });
  return entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

type Scans = Record<string, number>;

/** How often each growing table was read whole so far. The server's connections say so when they have been idle for a moment. */
async function scans(client: Client): Promise<Scans> {
  await new Promise((done) => setTimeout(done, 1_200));
  await client.query("select pg_stat_clear_snapshot()");
  const { rows } = await client.query<{ relname: string; seq_scan: string }>(
    "select relname, seq_scan from pg_stat_user_tables where relname = any ($1)",
    [growing],
  );
  return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, Number(seq_scan)]));
}

async function visit(url: string, cookie: string): Promise<{ status: number; took: number }> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  return { status: answer.status, took: performance.now() - began };
}

/**
 * Fills the shop's market to 100,000 products and a million orders, and asks each role's lists, searches and dashboards
 * for their first page.
 */
export async function measureBackOffice(shop: PrivateShop): Promise<Visited[]> {
  const client = new Client({ connectionString: shop.databaseUrl });
  await client.connect();
  try {
    const began = performance.now();
    const at = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
    await growMarket(client, (name) => say(`  ${at()}  ${name}`));
    say(`  ${at()}  figures`);
    await rebuildFigures();
    await client.query("vacuum analyze");
    say(`  ${at()}  visiting`);
    const results: Visited[] = [];
    for (const [who, paths] of Object.entries(pages) as [Role, readonly string[]][]) {
      const cookie = await signIn(shop, client, who);
      for (const path of paths) {
        for (let index = 0; index < warming; index += 1) await visit(shop.origin + path, cookie);
        const before = await scans(client);
        const taken = [];
        for (let index = 0; index < visits; index += 1) taken.push(await visit(shop.origin + path, cookie));
        const after = await scans(client);
        const times = taken.map(({ took }) => took).sort((a, b) => a - b);
        const read = growing.filter((table) => (after[table] ?? 0) > (before[table] ?? 0));
        results.push({
          who,
          path,
          status: taken[0]!.status,
          median: times[Math.floor(visits / 2)]!,
          slowest: times.at(-1)!,
          scanned: read.map((table) => `${table} ${(after[table]! - before[table]!) / visits}`).join(", "),
        });
      }
    }
    return results;
  } finally {
    await client.end();
  }
}

/** What of it misses the target, in words. */
export const missed = (results: readonly Visited[]): string[] =>
  results.flatMap(({ who, path, status, median, scanned }) => [
    ...(status === 200 ? [] : [`${who} ${path} answered ${status}`]),
    ...(median <= target ? [] : [`${who} ${path} took ${median.toFixed(0)} ms at the median`]),
    ...(scanned ? [`${who} ${path} read whole: ${scanned}`] : []),
  ]);
