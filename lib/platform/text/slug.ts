/** Latin letters that Unicode does not take apart. */
const letters: Record<string, string> = {
  ß: "ss",
  ẞ: "ss",
  æ: "ae",
  Æ: "ae",
  œ: "oe",
  Œ: "oe",
  ø: "o",
  Ø: "o",
  đ: "d",
  Đ: "d",
  ð: "d",
  Ð: "d",
  ħ: "h",
  Ħ: "h",
  ı: "i",
  ł: "l",
  Ł: "l",
  þ: "th",
  Þ: "th",
};

/**
 * A name as one step of an address: lower case, words joined by hyphens, Latin letters without their accents, letters of
 * other scripts as they are, at most 80 characters. `fallback` stands in for a name without a letter or a digit.
 */
export function slugify(name: string, fallback = "item"): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[ßẞæÆœŒøØđĐðÐħĦıłŁþÞ]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’`´]/g, "")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
  return [...plain.replace(/^-/, "")].slice(0, 80).join("").replace(/-$/, "") || fallback;
}

/** A name as a handle: as {@link slugify}, of ASCII letters and digits alone, at most 60 characters. */
export function handleOf(name: string, fallback: string): string {
  const latin = slugify(name, "").replace(/[^a-z0-9]+/g, "-");
  return latin.slice(0, 60).replace(/^-|-$/g, "") || fallback;
}

/** `base`, or `base-2`, `base-3`, … when that is taken. */
export function numbered(base: string, taken: (slug: string) => boolean): string {
  if (!taken(base)) return base;
  for (let number = 2; ; number++) if (!taken(`${base}-${number}`)) return `${base}-${number}`;
}
