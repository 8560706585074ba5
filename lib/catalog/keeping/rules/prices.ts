/** The largest price: a full cart line of it is still an exact number. */
export const largestPrice = 900_000_000_000;

/** A percent with at most two decimals, as `-12.5`, in hundredths of a percent. */
export const hundredths = (percent: number): number => Math.round(percent * 100);

/**
 * A price that is changed by so many percent, rounded half up to a minor unit (DESIGN 4).
 * @param percent at most two decimals, above -100
 */
export function priceByPercent(price: number, percent: number): number {
  // Beyond what a float holds exactly.
  const exact = BigInt(price) * BigInt(10_000 + hundredths(percent));
  return Number((exact + 5_000n) / 10_000n);
}
