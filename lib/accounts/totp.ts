import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds of one time step, and digits of a code: what every authenticator app assumes. Source: RFC 6238, 4. */
const period = 30;
const digits = 6;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Source: RFC 4648, 6; without padding, as apps want it. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** The time step of a moment. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / period);

/** The code of a time step: HMAC-SHA-1 of the counter, truncated. Source: RFC 4226, 5.3. */
export function totp(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac[mac.length - 1]! & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, "0");
}

/** The step, one before and after `now` at most, whose code was typed; null when it is none of theirs. */
export function matchingStep(secret: Uint8Array, typed: string, now: Date): number | null {
  const given = Buffer.from(typed);
  const at = stepOf(now);
  const found = [at, at - 1, at + 1].filter((step) => {
    const code = Buffer.from(totp(secret, step));
    return code.length === given.length && timingSafeEqual(code, given);
  });
  return found[0] ?? null;
}

/** What the QR code of an authenticator app says. Source: github.com/google/google-authenticator/wiki/Key-Uri-Format. */
export function otpauthUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ secret: base32(secret), issuer, digits: String(digits), period: String(period) });
  // Apps take a plus sign for one, and not for a space.
  return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}
