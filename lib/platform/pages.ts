import * as z from "zod";

/** Keyset position: the sort key and id of the last row seen, opaque to clients. */
export type Cursor = [key: number | string, id: number];

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

/** @returns null for anything that `encodeCursor` did not make */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (!Array.isArray(value) || value.length !== 2 || !Number.isSafeInteger(value[1])) return null;
    const [key, id] = value as Cursor;
    return typeof key === "string" || Number.isSafeInteger(key) ? [key, id] : null;
  } catch {
    return null;
  }
}

/** The paging that every list takes. */
export const pageInput = {
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(24),
};

/** The schema of a page of `item`; the envelope shows its `page` as `meta.page`. */
export const listPage = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    page: z.object({
      number: z.int(),
      size: z.int(),
      total: z.int(),
      next: z.int().nullable(),
      previous: z.int().nullable(),
    }),
  });

/** The paging of lists that grow: from after a position that the page before it named. */
export const keysetInput = {
  after: z.string().max(300).optional(),
  pageSize: z.int().min(1).max(100).default(50),
};

/** The schema of a keyset page of `item`; `next` is the position that the page after it begins from, null at the end. */
export const keysetPage = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.object({ size: z.int(), next: z.string().nullable() }) });

/**
 * A keyset page.
 * @param rows as many as the page holds, and one more when there is a page after it
 * @param keyOf what the list is sorted by, and the id
 */
export function keysetPageOf<T>(rows: readonly T[], size: number, keyOf: (row: T) => Cursor) {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, page: { size, next: rows.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null } };
}

export type Page<T> = {
  items: T[];
  page: { number: number; size: number; total: number; next: number | null; previous: number | null };
};

/** `meta.page` of the envelope. */
export function pageOf<T>(items: T[], total: number, number: number, size: number): Page<T> {
  const last = Math.max(1, Math.ceil(total / size));
  return {
    items,
    page: { number, size, total, next: number < last ? number + 1 : null, previous: number > 1 ? number - 1 : null },
  };
}
