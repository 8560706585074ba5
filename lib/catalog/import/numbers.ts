/** A number read from a cell, `null` for an empty one, or why it is none. `rounded`: it had more decimals than fit. */
export type Parsed = { value: number | null; rounded: boolean } | { problem: string };

export type WeightUnit = "g" | "kg" | "lb" | "oz";

const gramsPer: Record<WeightUnit, number> = { g: 1, kg: 1000, lb: 453.59237, oz: 28.349523125 };
/** The largest value a PostgreSQL integer holds. */
const maximum = 2_147_483_647;
/** The largest price: a full cart line of it is still an exact number. */
const maximumPrice = 900_000_000_000;

type Decimal = { negative: boolean; whole: string; fraction: string };
type Reading = "group" | "decimal" | "ambiguous";

/** Arabic and Persian digits and separators become ASCII; currency signs, codes and spaces at either end go. */
function plain(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, ".")
    .replace(/٬/g, ",")
    .replace(/[−–—]/g, "-")
    .replace(/[\s\u200e\u200f\u202a-\u202e'’]/g, "")
    .replace(/^(-?)(?:\p{Sc}|\p{L}+\.?)+/u, "$1")
    .replace(/(?:\p{Sc}|\p{L}+\.?)+$/u, "")
    .replace(/[.,]-$/, "");
}

function decimal(whole: string, fraction: string, negative: boolean): Decimal | null {
  return /^\d*$/.test(whole) && /^\d*$/.test(fraction) && whole + fraction !== ""
    ? { negative, whole: whole.replace(/^0+(?=\d)/, "") || "0", fraction }
    : null;
}

function split(text: string, threeDigits: { comma: Reading; point: Reading }): Decimal | "ambiguous" | null {
  const [, sign, digits] = /^([+-]?)(.*)$/s.exec(plain(text)) as unknown as [string, string, string];
  const negative = sign === "-";
  const groups = (part: string, mark: string) =>
    new RegExp(`^\\d{1,3}(?:\\${mark}\\d{2,3})*\\${mark}\\d{3}$`).test(part) ? part.replaceAll(mark, "") : null;
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return decimal(digits, "", negative);
  const mark = digits[last] as "." | ",";
  const other = mark === "." ? "," : ".";
  const before = digits.slice(0, last);
  const after = digits.slice(last + 1);
  if (before.includes(other)) {
    const whole = before.includes(mark) ? null : groups(before, other);
    return whole === null ? null : decimal(whole, after, negative);
  }
  if (before.includes(mark)) {
    const whole = groups(digits, mark);
    return whole === null ? null : decimal(whole, "", negative);
  }
  if (after.length === 3 && /^[1-9]\d{0,2}$/.test(before)) {
    const reading = threeDigits[mark === "," ? "comma" : "point"];
    if (reading === "ambiguous") return "ambiguous";
    if (reading === "group") return decimal(before + after, "", negative);
  }
  return decimal(before, after, negative);
}

function scaled(number: Decimal, exponent: number, most: number): Parsed {
  const kept = number.fraction.slice(0, exponent).padEnd(exponent, "0");
  const rest = number.fraction.slice(exponent);
  const value = Number(number.whole + kept) + (/^[5-9]/.test(rest) ? 1 : 0);
  if (value > most) return { problem: "is too large" };
  return { value: number.negative && value > 0 ? -value : value, rounded: /[1-9]/.test(rest) };
}

/**
 * A price in minor units, without passing through a float: `1,234.50`, `12,50`, `€ 12`, `۱۲۰۰`. Decimals beyond the
 * currency's `exponent` are rounded half up (and say so). One mark before exactly three digits groups when that is the
 * only sensible reading, and is refused when it could be both.
 */
export function parsePrice(text: string, exponent: number): Parsed {
  if (text.trim() === "") return { value: null, rounded: false };
  const number = split(text, {
    comma: exponent === 3 ? "ambiguous" : "group",
    point: exponent === 0 ? "group" : exponent === 3 ? "decimal" : "ambiguous",
  });
  if (number === null) return { problem: `“${text}” is not a price` };
  if (number === "ambiguous") {
    return { problem: `“${text}” can be read in two ways; write the decimals out, as in 1234.00` };
  }
  const parsed = scaled(number, exponent, maximumPrice);
  if ("problem" in parsed) return { problem: `“${text}” ${parsed.problem}` };
  return (parsed.value ?? 0) < 0 ? { problem: `“${text}” is below zero` } : parsed;
}

/** A weight in whole grams, half up; a lone comma or point is always the decimal mark. */
export function parseWeight(text: string, unit: WeightUnit): Parsed {
  if (text.trim() === "") return { value: null, rounded: false };
  const number = split(text, { comma: "decimal", point: "decimal" });
  if (number === null || number === "ambiguous") return { problem: `“${text}” is not a weight` };
  if (number.negative && /[1-9]/.test(number.whole + number.fraction)) return { problem: `“${text}” is below zero` };
  const exact = Number(`${number.whole}.${number.fraction || "0"}`) * gramsPer[unit];
  // The product of two decimals is off in its last bits; 0.0285 kg must not become 28 g.
  const grams = Math.round(Number(exact.toPrecision(12)));
  return grams > maximum ? { problem: `“${text}” is too large` } : { value: grams, rounded: false };
}

/** A whole number, also below zero: `12`, `12.0`, `1,200`. */
export function parseCount(text: string): Parsed {
  if (text.trim() === "") return { value: null, rounded: false };
  const number = /\p{L}|\p{Sc}/u.test(text) ? null : split(text, { comma: "group", point: "group" });
  if (number === null || number === "ambiguous" || /[1-9]/.test(number.fraction)) {
    return { problem: `“${text}” is not a whole number` };
  }
  const parsed = scaled(number, 0, maximum);
  return "problem" in parsed ? { problem: `“${text}” ${parsed.problem}` } : parsed;
}
