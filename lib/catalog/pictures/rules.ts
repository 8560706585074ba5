/** Widths that sizes are made in, as far as the picture is larger; in pixels. */
const ladder = [320, 640, 960];
/** No side of a size is longer. */
export const longestSide = 1600;

/** Of one product, of those that people bring. */
export const mostPictures = 30;
/** At once. */
export const mostAtOnce = 12;
export const longestAlt = 500;

/** Why a picture is not there, as the words of `admin.pictures.problems` have it. */
export const pictureProblems = [
  "type",
  "too_large",
  "too_many_pixels",
  "broken",
  "address",
  "unreachable",
  "answer",
  "redirects",
  "slow",
] as const;

/** The widths of a picture that is so wide: none twice the work for hardly a difference, the last its own. */
const widthsOf = (width: number): number[] => [...ladder.filter((step) => step <= width * 0.85), width];

/**
 * The name of a picture's largest size, which names all of them: `p/<hash>/<width>x<height>.webp`. Another way of making
 * them is another first letter, because a name stands for its bytes for ever.
 */
export const storedName = (hash: string, { width, height }: { width: number; height: number }): string =>
  `p/${hash.slice(0, 32)}/${width}x${height}.webp`;

const formats = ["avif", "webp"] as const;

type Parsed = { folder: string; width: number; height: number };

function parse(name: string): Parsed | null {
  const found = /^(.*\bp\/[0-9a-f]{32}\/)(\d+)x(\d+)\.webp$/.exec(name);
  return found && { folder: found[1]!, width: Number(found[2]), height: Number(found[3]) };
}

const nameAt = ({ folder, width, height }: Parsed, at: number, format: string) =>
  `${folder}${at === width ? `${width}x${height}` : at}.${format}`;

/** Every file of a picture by its stored name, the smallest first; none for a drawing. */
export function sizesOf(stored: string): { name: string; width: number; format: "avif" | "webp" }[] {
  const parsed = parse(stored);
  if (!parsed) return [];
  return widthsOf(parsed.width).flatMap((width) =>
    formats.map((format) => ({ name: nameAt(parsed, width, format), width, format })),
  );
}

/**
 * What a browser chooses from for a picture that covers a box, by the address of its largest size; null for a drawing.
 * @param ratio of the box, width by height: of a wider picture the sides are cut, so that more of it is needed
 */
export function pictureSources(src: string, ratio: number): { avif: string; webp: string; fallback: string } | null {
  const parsed = parse(src);
  if (!parsed) return null;
  const covers = Math.min(1, (parsed.height * ratio) / parsed.width);
  const widths = widthsOf(parsed.width);
  const set = (format: string) =>
    widths.map((width) => `${nameAt(parsed, width, format)} ${Math.max(1, Math.floor(width * covers))}w`).join(", ");
  const middle = widths.findLast((width) => width <= 640) ?? parsed.width;
  return { avif: set("avif"), webp: set("webp"), fallback: nameAt(parsed, middle, "webp") };
}
