/** A value that two people may see differently: as the second saw it, as it is now, and what they wrote. */
export type Difference<V = unknown> = { field: string; was: V | null; now: V | null; yours: V | null };

export type Merged<V> = {
  /** What remains to be written; null takes away. */
  write: Record<string, V | null>;
  /** What both changed, and not to the same. */
  conflicts: Difference<V>[];
  /** What somebody else changed since. */
  meanwhile: Difference<V>[];
};

type Values<V> = Readonly<Record<string, V | null | undefined>>;

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Unites what somebody wrote with what is stored now, by what they had before them: what one of the two changed goes
 * through, what both changed differently is a conflict. What is absent of all three is null.
 * @param was what whoever wrote `yours` had before them; without it everything given is written
 * @param yours a field that it does not have stays as it is
 */
export function merge<V>(now: Values<V>, was: Values<V> | undefined, yours: Values<V>): Merged<V> {
  const merged: Merged<V> = { write: {}, conflicts: [], meanwhile: [] };
  for (const field of new Set([...Object.keys(was ?? {}), ...Object.keys(yours)])) {
    const [stored, mine] = [now[field] ?? null, yours[field]];
    const seen = was && field in was ? (was[field] ?? null) : stored;
    const difference = { field, was: seen, now: stored, yours: mine ?? null };
    if (!same(seen, stored)) merged.meanwhile.push(difference);
    if (mine === undefined || same(mine, seen) || same(mine, stored)) continue;
    if (same(seen, stored)) merged.write[field] = mine;
    else merged.conflicts.push(difference);
  }
  return merged;
}
