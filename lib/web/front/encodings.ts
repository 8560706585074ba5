import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = "br" | "gzip";

/** Bodies below this many bytes grow or hardly shrink. */
const WORTHWHILE = 1024;
const TEXT = /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|javascript|xml)|font\/ttf)/;

/** Whether a body of this type and length is worth compressing. */
export function isCompressible(type: string, length: number): boolean {
  return length >= WORTHWHILE && TEXT.test(type);
}

/** The best encoding that both sides know; undefined sends the body as it is. Source: RFC 9110 section 12.5.3. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  if (!accepted) return undefined;
  const refused = (name: Encoding) => new RegExp(`\\b${name}\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$)`).test(accepted);
  return (["br", "gzip"] as const).find((name) => accepted.includes(name) && !refused(name));
}

/**
 * Compresses a body that is sent many times.
 * @param forGood the body never changes under its address, so that more effort pays
 */
export function compress(body: Buffer, encoding: Encoding, forGood: boolean): Promise<Buffer> {
  if (encoding === "gzip") return zip(body, { level: forGood ? 9 : 6 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: forGood ? 9 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotli(body, { params });
}
