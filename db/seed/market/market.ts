import { colourOf } from "@/db/seed/pictures/colour";
import { hash } from "@/db/seed/pictures/random";
import { charsuColumns } from "@/lib/catalog/import/layouts/charsu-columns";
import { catalogs } from "./catalog";
import { toCsv } from "./csv";
import { type DemoProduct, parseCatalog } from "./parse-catalog";
import { retailers } from "./retailers";

/** What the addresses of the demo's pictures begin with. */
export const pictureBase = "charsu-demo:";

/** A picture of a product: which view, in which colour, and its words. */
export interface DemoPicture {
  key: string;
  alt: string;
  view: 0 | 1 | 2;
  colour: string | undefined;
}

/** Every product of the market with its shop's handle. */
export const products: readonly (DemoProduct & { retailer: string })[] = retailers.flatMap(
  ({ handle, name }, index) => {
    const catalog = catalogs[handle];
    if (!catalog) throw new Error(`${handle} has no catalog`);
    return parseCatalog(catalog.text, { name, code: catalog.code, number: index + 1 }).map((product) => ({
      ...product,
      retailer: handle,
    }));
  },
);

/** One to three pictures: the thing, itself again in its second colour or another room, and a near view. */
export function picturesOf(product: DemoProduct): DemoPicture[] {
  const painted = product.options.find(({ values }) => values.some((value) => colourOf(value)))?.values ?? [];
  const own = colourOf(product.paint) ?? colourOf(product.name) ?? undefined;
  const chance = hash(product.handle) % 10;
  const views: (0 | 1 | 2)[] =
    painted.length > 1 || chance < 5 ? (chance % 2 ? [0, 1, 2] : [0, 1]) : chance < 8 ? [0, 2] : [0];
  return views.map((view, at) => {
    const value = view === 1 ? painted[1] : painted[0];
    const words = ["", "shown beside other things", "seen from near"][view];
    return {
      key: `${pictureBase}/products/${product.handle}-${at + 1}.svg`,
      alt: [product.name, value ? `in ${value.toLowerCase()}` : "", words].filter(Boolean).join(", "),
      view,
      colour: (value && colourOf(value)) || own,
    };
  });
}

type Row = Partial<Record<(typeof charsuColumns)[number], string | number>>;

function rowsOf(product: DemoProduct): Row[] {
  const pictures = picturesOf(product);
  const variants = product.variants.map((variant, at): Row => {
    const first: Row =
      at > 0
        ? {}
        : {
            name: product.name,
            description: product.description,
            brand: product.brand,
            category: product.category.join(" > "),
            status: "published",
            image: pictures[0]?.key ?? "",
            image_alt: pictures[0]?.alt ?? "",
          };
    const options = Object.fromEntries(
      product.options.flatMap(({ name }, index) => [
        [`option${index + 1}_name`, name],
        [`option${index + 1}_value`, variant.options[index] ?? ""],
      ]),
    );
    return {
      handle: product.handle,
      ...first,
      ...options,
      sku: variant.sku,
      barcode: variant.barcode,
      price: (variant.price / 100).toFixed(2),
      stock: variant.stock,
      weight_g: variant.weight,
      min_quantity: product.minQuantity,
      max_quantity: product.maxQuantity ?? "",
    };
  });
  return [
    ...variants,
    ...pictures.slice(1).map(({ key, alt }): Row => ({ handle: product.handle, image: key, image_alt: alt })),
  ];
}

/** One CSV a shop in Charsu's own columns: a row a variant, product fields on its first, then a row for each further picture. */
export function marketFiles(): { retailer: string; csv: string }[] {
  return retailers.map(({ handle }) => {
    const rows = products.filter(({ retailer }) => retailer === handle).flatMap(rowsOf);
    return {
      retailer: handle,
      csv: toCsv([charsuColumns, ...rows.map((row) => charsuColumns.map((column) => row[column] ?? ""))]),
    };
  });
}
