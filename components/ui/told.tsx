import type { ReactNode } from "react";

/** No word of any catalog, so that what stands before and after it can be told apart. */
const place = "\uFFFC";

/**
 * A sentence of the catalog with something from elsewhere in it, as a name or an address: that stands out, runs in its
 * own direction, and breaks where it is too long for a line.
 * @param words makes the sentence around what it is given
 */
export function Told({ words, children }: { words: (place: string) => string; children: ReactNode }) {
  const [before, after] = words(place).split(place);
  return (
    <>
      {before}
      <bdi className="font-semibold wrap-anywhere text-ink">{children}</bdi>
      {after}
    </>
  );
}
