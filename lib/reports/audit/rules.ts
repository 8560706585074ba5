type Kept = Record<string, unknown> | null;

/** A value as the audit shows it. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What differs between a record before and after, field by field in the order of their names. */
export function changesOf(before: Kept, after: Kept): { field: string; was: string | null; now: string | null }[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return names.flatMap((field) => {
    const [was, now] = [shown(before?.[field]), shown(after?.[field])];
    return was === now ? [] : [{ field, was, now }];
  });
}

/** A record as fields with their values, in the order of their names. */
export const fieldsOf = (kept: Record<string, unknown>): { field: string; value: string | null }[] =>
  Object.keys(kept)
    .sort()
    .map((field) => ({ field, value: shown(kept[field]) }));
