import { stockLevels } from "@/lib/catalog/stock/input";

type Query = Readonly<Record<string, string | undefined>>;

/** What the address of a stock list narrows it by; what it cannot mean is left out. */
export function stockQuery({ q, level, retailer }: Query) {
  const known = stockLevels.find((each) => each === level);
  return {
    ...(q && { q: q.slice(0, 100) }),
    ...(known && { level: known }),
    ...(retailer && { retailer: retailer.slice(0, 100) }),
  };
}
