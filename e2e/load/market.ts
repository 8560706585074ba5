import { Client } from "pg";

/** Addresses of the market that the measurements visit, and variants that they put into carts. */
export type MarketSample = {
  categories: string[];
  products: string[];
  searches: string[];
  /** In stock, sold one at a time; of as many shops as there are. */
  variants: number[];
};

const published = `
  from products p join variants v on v.product_id = p.id join retailers r on r.id = p.retailer_id
  where p.status = 'published' and r.status = 'active' and v.active and v.stock > 0 and v.min_quantity = 1`;

/** Reads a sample of at most `size` of each from the market's database. Throws when the market is empty. */
export async function sampleMarket(databaseUrl: string, size: number): Promise<MarketSample> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const column = async (sql: string) =>
    (await client.query<{ value: string }>(sql, [size])).rows.map((row) => row.value);
  try {
    const categories = await column(`
      select c.path as value from categories c join categories s on s.lineage @> array[c.id]
      join products p on p.category_id = s.id and p.status = 'published'
      group by c.id having count(*) >= 8 order by count(*), c.id limit $1`);
    const products = await column(`select p.slug as value ${published} group by p.id order by md5(p.slug) limit $1`);
    const words = await column(`
      select word as value from (select lower(regexp_substr(p.name, '[[:alpha:]]{4,}')) as word ${published}) named
      where word is not null group by word order by count(*) desc, word limit $1`);
    const variants = await column(`
      select id as value from (
        select distinct on (p.id) v.id, row_number() over (partition by r.id order by v.id) as turn ${published}
        order by p.id, v.id) one_each
      order by turn, id limit $1`);
    if (!categories.length || !products.length || !words.length || variants.length < 2) {
      throw new Error("The demo market is too small to be measured");
    }
    return {
      categories: categories.map((path) => `/categories/${path}`),
      products: products.map((slug) => `/products/${slug}`),
      searches: words.map((word) => `/search?q=${encodeURIComponent(word)}`),
      variants: variants.map(Number),
    };
  } finally {
    await client.end();
  }
}
