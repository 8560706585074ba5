import { drawCategory } from "@/db/seed/pictures/draw-category";
import { drawProduct } from "@/db/seed/pictures/draw-product";
import { drawRetailer } from "@/db/seed/pictures/draw-retailer";
import { categoryPaths } from "./categories";
import { pictureBase, picturesOf, products } from "./market";
import { slug } from "./parse-catalog";
import { retailers } from "./retailers";

const shops = new Map(retailers.map((retailer) => [retailer.handle, retailer]));
const roots = new Map(categoryPaths.filter((path) => path.length === 1).map(([name = ""]) => [slug(name), name]));
const productPictures = new Map(
  products.flatMap((product) => picturesOf(product).map((picture) => [picture.key, { product, picture }] as const)),
);

/**
 * The SVG text behind a key of the demo market, or null when no such picture exists:
 * `charsu-demo:/products/<handle>-<n>.svg` (800 by 800), `charsu-demo:/retailers/<handle>.svg` (1200 by 400) and
 * `charsu-demo:/categories/<slug of a root>.svg` (800 by 800).
 */
export function drawAsset(key: string): string | null {
  const found = productPictures.get(key);
  if (found) {
    const { product, picture } = found;
    const hue = shops.get(product.retailer)?.hue ?? 60;
    return drawProduct({
      handle: product.handle,
      name: product.name,
      motif: product.motif,
      hue,
      colour: picture.colour,
      view: picture.view,
    });
  }
  if (!key.startsWith(`${pictureBase}/`)) return null;
  const [, folder, name = ""] =
    /^\/(retailers|categories)\/([a-z0-9-]+)\.svg$/.exec(key.slice(pictureBase.length)) ?? [];
  const shop = folder === "retailers" ? shops.get(name) : undefined;
  if (shop) return drawRetailer(shop);
  const root = folder === "categories" ? roots.get(name) : undefined;
  return root ? drawCategory({ slug: name, name: root }) : null;
}
