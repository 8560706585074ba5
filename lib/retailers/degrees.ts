import { foldDigits } from "@/lib/platform/text/digits";

export type Axis = "latitude" | "longitude";

const number = String.raw`\d{1,3}(?:[.,]\d+)?`;
const between = String.raw`(?:\s*°\s*|\s+|\s*:\s*)`;
const pattern = new RegExp(
  String.raw`^([NSEW])?\s*([+-])?\s*(${number})(?:${between}(${number})\s*'?(?:(?:\s*:)?\s*(${number})\s*")?|${between}(${number})(?:\s+|:)(${number}))?\s*°?\s*([NSEW])?$`,
);
const halves = { latitude: "NS", longitude: "EW" };
const ends = { latitude: 90, longitude: 180 };

/** One way to write what keyboards and maps write in many. */
const plain = (text: string) =>
  foldDigits(text)
    .trim()
    .toUpperCase()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[º˚]/g, "°")
    .replace(/''|[″“”]/g, '"')
    .replace(/[′‘’´`]/g, "'")
    .replace(/\u066b/g, ",");

/**
 * A latitude or longitude as people type it or copy it from a map: `52,517`, `−33.86`, `52.517° N`, `52°31′1.3″N`,
 * `52 31 1.3`, in digits of any script. Degrees of WGS 84 to a tenth of a metre; south and west are below zero.
 * @returns null for what is none, is beyond the pole, or says its direction twice or of the other axis
 */
export function readDegrees(text: string, axis: Axis): number | null {
  const match = pattern.exec(plain(text));
  if (!match) return null;
  const [, before, sign, whole, minutesOne, secondsOne, minutesTwo, secondsTwo, after] = match;
  const side = before ?? after;
  if ((before && after) || (side && (sign || !halves[axis].includes(side)))) return null;
  const parts = [whole, minutesOne ?? minutesTwo, secondsOne ?? secondsTwo].filter((part) => part !== undefined);
  // Only what comes last may be broken, and an hour has sixty minutes.
  if (parts.slice(0, -1).some((part) => /[.,]/.test(part))) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part.replace(",", ".")));
  if (minutes >= 60 || seconds >= 60) return null;
  const value = Math.round((degrees + minutes / 60 + seconds / 3600) * 1e6) / 1e6;
  if (value > ends[axis]) return null;
  const below = sign === "-" || side === "S" || side === "W";
  return below && value !== 0 ? -value : value;
}
