const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

/** Accents the words of one message and lengthens it by a third; ICU arguments and tags stay as they are. */
function disguise(message: string, direction: "ltr" | "rtl"): string {
  let depth = 0;
  let out = "";
  for (const piece of message.split(/([{}]|<[^>]*>)/)) {
    if (piece === "{") depth += 1;
    out +=
      depth > 0 || piece.startsWith("<") ? piece : [...piece].map((letter) => accents.get(letter) ?? letter).join("");
    if (piece === "}") depth -= 1;
  }
  const padded = `${out} ${"~".repeat(Math.ceil(message.replace(/\{[^}]*\}/g, "").length / 4))}`;
  return direction === "rtl" ? `\u202e${padded}\u202c` : `[${padded}]`;
}

/**
 * A catalog for finding words that stand outside of it and boxes that words do not fit: each message accented, longer
 * and in brackets, or overridden to run from right to left.
 */
export function pseudo<T>(catalog: T, direction: "ltr" | "rtl"): T {
  if (typeof catalog === "string") return disguise(catalog, direction) as T;
  return Object.fromEntries(
    Object.entries(catalog as object).map(([key, value]) => [key, pseudo(value, direction)]),
  ) as T;
}
