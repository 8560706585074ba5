/**
 * The marks of an axis that begins at nothing: at most five, in equal steps of 1, 2 or 5 times a power of ten, the last
 * one at or above the largest value.
 * @param smallest the least step; whole units, where parts of one are not told apart
 */
export function marksFor(largest: number, smallest = 1): number[] {
  const least = Math.max(largest / 4, smallest);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least * (1 - 1e-9)) ?? 10 * power;
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Which of so many places along an axis are named, when at most `most` are: evenly, the first among them. */
export function namedPlaces(count: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}
