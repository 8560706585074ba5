import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

const nonceBytes = 12;
const tagBytes = 16;

/** A key for one use alone, so that what was sealed for one can never be taken for another. Source: RFC 5869. */
const keyFor = (use: string) => Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "", `charsu ${use}`, 32));

/**
 * Encrypts what must be read again but not by whoever reads the database: AES-256-GCM, the key derived from AUTH_SECRET.
 * @param use what kind of secret it is, as "two-factor"
 * @param owner whose it is; it opens for nobody else
 */
export function seal(use: string, owner: string, secret: Uint8Array): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(use), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed; null when it was sealed with another AUTH_SECRET, for another use or owner, or was changed since. */
export function unseal(use: string, owner: string, text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  if (tag.length < tagBytes) return null;
  const decipher = createDecipheriv("aes-256-gcm", keyFor(use), nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
