import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { request } from "@playwright/test";
import { scriptsOf, weigh } from "./load/weigh";
import { expect, test } from "./support/test";

type Paths = Record<"home" | "category" | "product" | "retailer", string>;

async function paths(
  rows: (sql: string) => Promise<{ product: string; category: string; retailer: string }[]>,
): Promise<Paths> {
  const [found] = await rows(`
    select p.slug as product, c.path as category, r.handle as retailer
    from products p join categories c on c.id = p.category_id join retailers r on r.id = p.retailer_id
    where (select count(*) from product_options o where o.product_id = p.id) = 2 order by p.id limit 1`);
  const { product, category, retailer } = found!;
  return {
    home: "/",
    category: `/categories/${category}`,
    product: `/products/${product}`,
    retailer: `/retailers/${retailer}`,
  };
}

for (const kind of ["home", "category", "product", "retailer"] as const) {
  test(`${kind}: the same bytes for everybody, from the cache, and none at all the second time`, async ({
    shop,
    baseURL,
    extraHTTPHeaders,
  }) => {
    const path = (await paths((sql) => shop.rows(sql)))[kind];
    const cookies = ["", "cart=12x2.45x1", "name=Ada%20Example; cart=1x1", "charsu.session=not-a-token; name=%D9%86"];
    const shoppers = await Promise.all(
      cookies.map((cookie) =>
        request.newContext({
          ...(baseURL ? { baseURL } : {}),
          extraHTTPHeaders: { ...extraHTTPHeaders, ...(cookie ? { cookie } : {}) },
        }),
      ),
    );
    // Other tests order and sell meanwhile: what they change may fall between two answers, not every time.
    await expect(async () => {
      const answers = [];
      for (const shopper of shoppers) answers.push(await shopper.get(path));
      const bodies = await Promise.all(answers.map((answer) => answer.text()));
      expect(new Set(bodies).size).toBe(1);
      for (const answer of answers) {
        expect(answer.status()).toBe(200);
        expect(answer.headers()["set-cookie"]).toBeUndefined();
        expect(answer.headers()["cache-control"]).not.toMatch(/no-store|private/);
      }
      expect(answers.at(-1)?.headers()["x-nextjs-cache"]).toBe("HIT");
      const etag = answers[0]!.headers().etag!;
      expect(etag).toMatch(/^(W\/)?"\S+"$/);
      const known = await shoppers[1]!.get(path, { headers: { "if-none-match": etag } });
      expect(known.status()).toBe(304);
      expect(await known.body()).toHaveLength(0);
    }).toPass({ timeout: 20_000 });
    await Promise.all(shoppers.map((each) => each.dispose()));
  });
}

test("a catalog page brings less than 15 KB of script of its own, without zod or jquery", async ({
  shop,
  baseURL,
  request: shopper,
}) => {
  const all = Object.values(await paths((sql) => shop.rows(sql)));
  for (const { path, ownScript } of await weigh(baseURL!, "/dev/bare", all)) {
    expect(ownScript, `${path}, bytes as gzip`).toBeLessThan(15 * 1024);
  }
  const scripts = new Set<string>();
  for (const path of all) for (const script of scriptsOf(await (await shopper.get(path)).text())) scripts.add(script);
  for (const script of scripts) {
    const source = await (await shopper.get(script)).text();
    expect(source.match(/ZodError|\$ZodType|jQuery/), script).toBeNull();
  }
});

test("no page but the profile is as heavy as jquery, so none has grown by it", async ({ shop, baseURL }) => {
  const jquery = gzipSync(await readFile("node_modules/jquery/dist/jquery.min.js")).length;
  const open = [
    "/cart",
    "/retailers",
    "/search?q=tea",
    "/sign-in",
    "/sign-in/password",
    "/sign-up",
    "/sign-up/shop",
    "/reset",
  ];
  const all = [...Object.values(await paths((sql) => shop.rows(sql))), ...open];
  for (const { path, html, ownScript } of await weigh(baseURL!, "/dev/bare", all)) {
    expect(html, path).toBeGreaterThan(1000);
    expect(ownScript, `${path}, bytes as gzip`).toBeLessThan(jquery);
  }
});
