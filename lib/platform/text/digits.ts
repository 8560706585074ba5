/** The zeros of Arabic-Indic (٠), Extended Arabic-Indic, as Persian writes (۰), and fullwidth (０) digits. */
const ZEROS = [0x0660, 0x06f0, 0xff10];

/** The text with Persian, Arabic-Indic and fullwidth digits as ASCII ones; everything else stays as it is. */
export function foldDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - ZEROS.findLast((zero) => zero <= code)!);
  });
}
