import { cacheLife, cacheTag } from "next/cache";
import { ranked } from "@/lib/catalog/best-sellers";
import { categoryByPath, productBySlug, productTotal, rootCategories, sliceProducts } from "@/lib/catalog/queries";
import type { ProductView } from "@/lib/catalog/views";
import { clock } from "@/lib/platform/clock";
import { decodeCursor } from "@/lib/platform/pages";
import { retailerByHandle, retailerList } from "@/lib/retailers/queries";
import { localDate } from "@/lib/retailers/rules";
import { tags } from "@/lib/web/cache-tags";

/** What a list shows of a product (price, stock) is expired with the product. */
const tagProducts = (items: readonly ProductView[]) => cacheTag(...items.map(({ id }) => tags.product(id)));

const pageSize = 24;
const manyShops = { offset: 0, limit: 200 };

/** What the home page shows. */
export async function cachedHome(locale: string) {
  "use cache";
  cacheLife("max");
  cacheTag(tags.catalog(), tags.categories(), tags.best());
  const [roots, shops, newest, best, products] = await Promise.all([
    rootCategories(),
    retailerList(manyShops),
    sliceProducts({}, { sort: "newest", size: 8, locale }),
    sliceProducts({}, { sort: "best", size: ranked.market, locale }),
    productTotal({}),
  ]);
  tagProducts([...newest.items, ...best.items]);
  return { roots, shops, newest: newest.items, best: best.items, products };
}

export async function cachedRoots() {
  "use cache";
  cacheLife("max");
  cacheTag(tags.catalog(), tags.categories());
  return rootCategories();
}

/** A category with its products from a cursor on (the first page without one); null when there is none. */
export async function cachedCategory(path: string, locale: string) {
  "use cache";
  cacheLife("max");
  cacheTag(tags.catalog(), tags.categories());
  const found = await categoryPage(path, locale, undefined);
  if (found) tagProducts(found.items);
  return found;
}

/** The same without the cache: the later pages of a list are many and seldom read. */
export async function categoryPage(path: string, locale: string, after: string | undefined) {
  const found = await categoryByPath(path);
  if (!found) return null;
  const slice = await sliceProducts(
    { categoryId: found.category.id },
    { sort: "newest", size: pageSize, after: decodeCursor(after), locale },
  );
  return { ...found, ...slice };
}

export async function cachedRetailers() {
  "use cache";
  cacheLife("max");
  cacheTag(tags.catalog());
  const shops = await retailerList(manyShops);
  cacheTag(...shops.map(({ id }) => tags.retailer(id)));
  return shops;
}

/** A shop with its products; null when there is none. */
export async function cachedRetailer(handle: string, locale: string) {
  "use cache";
  cacheLife("max");
  cacheTag(tags.catalog());
  const found = await retailerPage(handle, locale, undefined);
  if (found) {
    cacheTag(tags.retailer(found.shop.id));
    // What is told of dates to come is made anew every day; whether it is open now, the browser finds out.
    if (found.shop.specialDays.length) cacheLife("days");
    tagProducts(found.items);
  }
  return found;
}

/** The same without the cache, from a cursor on. */
export async function retailerPage(handle: string, locale: string, after: string | undefined) {
  const shop = await retailerByHandle(handle);
  if (!shop) return null;
  const slice = await sliceProducts(
    { retailerId: shop.id },
    { sort: "newest", size: pageSize, after: decodeCursor(after), locale },
  );
  return { shop, today: localDate(clock.now(), shop.timezone), ...slice };
}

/** A product, its shop and a few more of what the shop sells; null when there is none. */
export async function cachedProduct(slug: string, locale: string) {
  "use cache";
  cacheLife("max");
  cacheTag(tags.categories());
  const product = await productBySlug(slug, locale);
  const shop = product && (await retailerByHandle(product.retailer.handle));
  if (!shop) {
    cacheTag(tags.catalog());
    return null;
  }
  const more = await sliceProducts({ retailerId: shop.id }, { sort: "best", size: ranked.shop, locale });
  const others = more.items.filter(({ id }) => id !== product.id).slice(0, ranked.shop - 1);
  cacheTag(tags.product(product.id), tags.retailer(shop.id), tags.bestOf(shop.id));
  tagProducts(others);
  return { product, shop, others };
}

/** A page of search results, always fresh. */
export async function searchPage(q: string, locale: string, after: string | undefined) {
  const [slice, total] = await Promise.all([
    sliceProducts({ q }, { sort: "newest", size: pageSize, after: decodeCursor(after), locale }),
    productTotal({ q }),
  ]);
  return { ...slice, total };
}
