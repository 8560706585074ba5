import type { FlatRow } from "./flat-row";

/** An address of a picture as it is kept: absolute, http or https; null for anything else. */
function pictureUrl(text: string): string | null {
  const candidate = text.startsWith("//") ? `https:${text}` : text;
  if (!/^https?:\/\//i.test(candidate) || candidate.length > 2_000 || !URL.canParse(candidate)) return null;
  return /\s|[^\u0021-\uffff]/.test(candidate) ? new URL(candidate).href : candidate;
}

/**
 * The pictures of a product's rows: by their positions where given, then in the file's order, then those of variants;
 * no address twice. A row with an address that is none gets a note.
 */
export function collectPictures(rows: FlatRow[]): {
  pictures: { url: string; alt: string | null }[];
  ofRow: Map<number, string>;
} {
  const listed = rows.flatMap((row) => row.pictures.map((picture) => ({ ...picture, row })));
  const ordered = listed.toSorted(
    (a, b) => (a.position ?? Number.POSITIVE_INFINITY) - (b.position ?? Number.POSITIVE_INFINITY) || 0,
  );
  const pictures = new Map<string, string | null>();
  const ofRow = new Map<number, string>();
  const add = (row: FlatRow, text: string, alt: string) => {
    const url = pictureUrl(text);
    if (url === null) {
      const message = `“${text.slice(0, 100)}” is no web address of a picture; it was left out.`;
      if (!row.notes.some((known) => known.message === message)) row.notes.push({ code: "picture", message });
    } else if (!pictures.get(url)) pictures.set(url, alt || null);
    return url;
  };
  for (const { url, alt, row } of ordered) add(row, url, alt);
  for (const row of rows) {
    const url = row.variantPicture ? add(row, row.variantPicture, "") : null;
    if (url) ofRow.set(row.row, url);
  }
  return { pictures: [...pictures].map(([url, alt]) => ({ url, alt })), ofRow };
}
