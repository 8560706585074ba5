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
