import { Link } from "@/components/ui/link";
import type { ProductDetailView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";

type DetailsProps = { product: ProductDetailView; locale: string; say: Say };

/** "450 g", "1.2 kg": grams as a person would say them. */
function weightText(grams: number, locale: string, say: Say): string {
  if (grams < 1000) return say("product.weight_g", { value: new Intl.NumberFormat(locale).format(grams) });
  return say("product.weight_kg", {
    value: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(grams / 1000),
  });
}

/** Different values of the variants in one line, at most a few of them. */
const several = (values: string[]) => [...new Set(values)].slice(0, 6).join(", ");

/** Brand, category, weight and article number. */
export function ProductDetails({ product, locale, say }: DetailsProps) {
  const { brand, category, variants } = product;
  const weights = variants.filter(({ weight }) => weight > 0).map(({ weight }) => weightText(weight, locale, say));
  const numbers = variants.flatMap(({ sku }) => sku ?? []);
  const rows = [
    { name: say("product.brand"), value: brand },
    {
      name: say("product.category"),
      value: category && (
        <Link href={pathIn(locale)(`/categories/${category.path}`)} className="text-tile underline underline-offset-4">
          {category.name}
        </Link>
      ),
    },
    { name: say("product.weight"), value: several(weights) },
    {
      name: say("product.sku"),
      value:
        numbers.length > 0 &&
        numbers.slice(0, 12).map((number) => (
          <bdi key={number} className="me-4 inline-block">
            {number}
          </bdi>
        )),
    },
  ].filter(({ value }) => value);
  return (
    <dl className="text-sm">
      {rows.map(({ name, value }) => (
        <div key={name} className="flex gap-4 border-b border-line py-2 last:border-0">
          <dt className="w-2/5 shrink-0 text-ink-soft">{name}</dt>
          <dd dir="auto" className="min-w-0 grow">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
