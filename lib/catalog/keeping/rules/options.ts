import type { ProductOption } from "../input";

/** Variants that a product may have at most in its editor. */
export const mostVariants = 500;

/** An option as it is being edited: each value with what it was called before, and values to add. */
export type OptionEdit = { name: string; values: { was: string | null; now: string }[]; more: string[] };

/** A row of the grid as far as options are concerned. */
export type GridRow = { optionValues: string[]; remove: boolean };

export type Arranged<Row extends GridRow> = {
  options: ProductOption[];
  rows: Row[];
  /** Combinations that no row has yet, in the order of the options. */
  missing: string[][];
};

/** Values as they are written into one field: parted by commas or lines, each once. */
export const valuesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،、\n\r]+/)
      .map((value) => value.normalize("NFC").trim().replace(/\s+/g, " "))
      .filter(Boolean),
  ),
];

const combinations = (options: readonly ProductOption[]): string[][] =>
  options.reduce<string[][]>(
    (made, { values }) => made.flatMap((each) => values.map((value) => [...each, value])),
    [[]],
  );

export const keyOf = (values: readonly string[]): string => JSON.stringify(values);

/** How many variants all the combinations of these options make. */
export const gridSize = (options: readonly ProductOption[]): number =>
  options.reduce((size, { values }) => size * Math.max(1, values.length), 1);

/**
 * Brings a grid to what its options are edited to: a value that is called otherwise is called so in its rows; rows of a
 * value or option that went are marked to be removed, where they would be the same as another; an option that came puts
 * its first value into the rows there are.
 * @param rows those that have as many values as there were options; others are left as they are
 * @param all also combinations that were missing before, not only those of what is new
 */
export function arrange<Row extends GridRow>(
  rows: readonly Row[],
  edits: readonly OptionEdit[],
  all: boolean,
): Arranged<Row> {
  const before = edits.filter(({ values }) => values.some(({ was }) => was !== null)).length;
  const kept = edits.map((edit, place) => ({ ...edit, place })).filter(({ name }) => name !== "");
  const options = kept.map(({ name, values, more }) => ({
    name,
    values: [...new Set([...values.map(({ now }) => now).filter(Boolean), ...more])],
  }));
  const real = kept.filter((_, index) => options[index]!.values.length > 0);
  const left = options.filter(({ values }) => values.length > 0);
  const taken = new Set<string>();
  const fresh = new Set<string>();
  for (const [index, { values, place }] of real.entries()) {
    const known = new Set(values.filter(({ was }) => was !== null).map(({ now }) => now));
    if (place >= before) continue;
    for (const value of left[index]!.values) if (!known.has(value)) fresh.add(`${index} ${value}`);
  }
  const arranged = rows.map((row) => {
    if (row.optionValues.length !== before) return row;
    let gone = false;
    const optionValues = real.map(({ values, place }, index) => {
      if (place >= before) return left[index]!.values[0]!;
      const old = row.optionValues[place] ?? "";
      const value = values.find(({ was }) => was === old);
      if (value && value.now !== "") return value.now;
      gone = true;
      return old;
    });
    const key = keyOf(optionValues);
    const remove = row.remove || gone || taken.has(key);
    if (!remove) taken.add(key);
    return { ...row, optionValues: gone ? row.optionValues : optionValues, remove };
  });
  const present = new Set(arranged.map(({ optionValues }) => keyOf(optionValues)));
  const isFresh = (values: readonly string[]) =>
    real.some(({ place }, index) =>
      place >= before ? left[index]!.values[0] !== values[index] : fresh.has(`${index} ${values[index]}`),
    );
  const missing = left.length
    ? combinations(left).filter((values) => !present.has(keyOf(values)) && (all || isFresh(values)))
    : [];
  return { options: left, rows: arranged, missing };
}
