/** What is taken as a picture, by its content type. A drawing (SVG) is a document that may run things: it is not. */
export const photographTypes = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"] as const;
export type PhotographType = (typeof photographTypes)[number];

/** Brands in `ftyp` that are AVIF. Source: AV1 Image File Format, section 6. */
const avif = /^ftyp(?:.{4})*?(?:avif|avis)/s;

/**
 * What bytes are by how they begin, whatever anybody calls them; null for anything else. Sources: the formats' own
 * specifications (JFIF/JPEG T.81 B.1, PNG 5.2, RFC 9649, AVIF 6, GIF89a 17).
 */
export function photographTypeOf(bytes: Uint8Array): PhotographType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (/^RIFF.{4}WEBP/s.test(head)) return "image/webp";
  if (/^GIF8[79]a/.test(head)) return "image/gif";
  const box = bytes.byteLength < 12 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return avif.test(head.slice(4, Math.max(4, box))) ? "image/avif" : null;
}
