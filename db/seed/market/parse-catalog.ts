import { randomFrom } from "@/db/seed/pictures/random";
import { categoryPath } from "./categories";

/** One thing that can be bought. Price is minor units of EUR, weight grams. */
export interface DemoVariant {
  options: readonly string[];
  sku: string;
  barcode: string;
  price: number;
  stock: number;
  weight: number;
}

export interface DemoProduct {
  handle: string;
  name: string;
  description: string;
  brand: string;
  category: readonly string[];
  /** What it is drawn as. */
  motif: string;
  /** The colour word that it is painted with when no option and no name says one. */
  paint: string;
  options: readonly { name: string; values: readonly string[] }[];
  variants: readonly DemoVariant[];
  minQuantity: number;
  maxQuantity: number | null;
}

interface Choice {
  value: string;
  price: number;
  weight: number;
}

/** Latin letters and digits of a name, without accents, joined by hyphens. */
export function slug(text: string): string {
  return text
    .replaceAll("ß", "ss")
    .replaceAll(/[æÆ]/g, "ae")
    .replaceAll(/[øØ]/g, "o")
    .replaceAll("ı", "i")
    .replaceAll(/['’]/g, "")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** `"Large +18 +300g"` is the value Large for 18 EUR and 300 g more; the amounts may be negative. */
function readChoice(text: string): Choice {
  const words = text.trim().split(" ");
  let price = 0;
  let weight = 0;
  while (words.length > 1 && /^[+-][\d.]+g?$/.test(words.at(-1)!)) {
    const word = words.pop()!;
    if (word.endsWith("g")) weight = Number(word.slice(0, -1));
    else price = Math.round(Number(word) * 100);
  }
  return { value: words.join(" "), price, weight };
}

/** All combinations, the last option turning fastest. */
const combine = (options: readonly Choice[][]): Choice[][] =>
  options.reduce<Choice[][]>((rows, choices) => rows.flatMap((row) => choices.map((choice) => [...row, choice])), [[]]);

/** An EAN-13 from the range 20, which GS1 leaves to shops for their own use. */
function barcode(retailer: number, product: number, variant: number): string {
  const body = `20${String(retailer).padStart(3, "0")}${String(product).padStart(4, "0")}${String(variant).padStart(3, "0")}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** Stock as a shop has it: some sold out, some nearly, most a shelf, a few a cellar. */
function stockOf(sku: string): number {
  const random = randomFrom(sku);
  const kind = random();
  if (kind < 0.06) return 0;
  if (kind < 0.16) return 1 + Math.floor(random() * 3);
  if (kind < 0.88) return 4 + Math.floor(random() * 36);
  return 60 + Math.floor(random() * 240);
}

/**
 * A shop's catalog from text. Products are parted by a blank line:
 *
 *     Name | motif and its colour | Category | Brand (the shop itself when left out)
 *     One line of description.
 *     €64.50; 980 g; Colour: Cobalt, Sage; Size: Small, Large +18 +300g; min 4; max 24; stock 0
 */
export function parseCatalog(text: string, shop: { name: string; code: string; number: number }): DemoProduct[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block, index) => {
      const [head = "", ...rest] = block.split("\n").map((line) => line.trim());
      const [name = "", drawing = "", category = "", brand = shop.name] = head.split("|").map((part) => part.trim());
      const [motif = "", ...paint] = drawing.split(" ");
      const facts = (rest.pop() ?? "").split(";").map((fact) => fact.trim());
      const fact = (pattern: RegExp) =>
        facts.map((each) => pattern.exec(each)?.[1]).find((found) => found !== undefined);
      const price = Math.round(Number(fact(/^€([\d.]+)$/)) * 100);
      const weight = Number(fact(/^(\d+) g$/));
      if (!(price > 0) || !(weight > 0) || rest.length === 0) throw new Error(`${shop.name}: cannot read “${head}”`);
      const choices = facts
        .map((each) => /^([^:]+): (.+)$/.exec(each))
        .filter((match) => match !== null)
        .map(([, option = "", values = ""]) => ({ name: option, choices: values.split(", ").map(readChoice) }));
      const maximum = fact(/^max (\d+)$/);
      const stock = fact(/^stock (\d+)$/);
      const number = index + 1;
      return {
        handle: slug(name),
        name,
        description: rest.join(" "),
        brand,
        category: categoryPath(category),
        motif,
        paint: paint.join(" "),
        options: choices.map((option) => ({ name: option.name, values: option.choices.map(({ value }) => value) })),
        variants: combine(choices.map((option) => option.choices)).map((row, at) => {
          const sku = [
            shop.code,
            String(number).padStart(3, "0"),
            ...row.map(({ value }) => slug(value).replaceAll("-", "").slice(0, 5).toUpperCase()),
          ].join("-");
          return {
            options: row.map(({ value }) => value),
            sku,
            barcode: barcode(shop.number, number, at + 1),
            price: row.reduce((sum, choice) => sum + choice.price, price),
            stock: stock === undefined ? stockOf(sku) : Number(stock),
            weight: row.reduce((sum, choice) => sum + choice.weight, weight),
          };
        }),
        minQuantity: Number(fact(/^min (\d+)$/) ?? 1),
        maxQuantity: maximum === undefined ? null : Number(maximum),
      };
    });
}
