import { createHmac } from "node:crypto";

const keyOf = (secret: string): Buffer => createHmac("sha256", secret).update("database actor").digest();

/**
 * Who acts, as `app.uid` holds it and the database's `app_uid()` believes it: `<id>.<hex HMAC-SHA256>`, good for this
 * role alone. "" for nobody.
 * @param role the PostgreSQL role that the connection logged in as
 * @param secret the deployment's AUTH_SECRET
 */
export function signedActor(userId: number | null, role: string, secret: string): string {
  if (userId === null) return "";
  const id = String(Math.trunc(userId));
  return `${id}.${createHmac("sha256", keyOf(secret)).update(`${role}:${id}`).digest("hex")}`;
}

/** The key as the two blocks that an HMAC begins its hashes with, for a database that has only the hash. Source: RFC 2104. */
export function actorPads(secret: string): { inner: Buffer; outer: Buffer } {
  const block = Buffer.concat([keyOf(secret)], 64);
  const pad = (byte: number) => Buffer.from(block.map((each) => each ^ byte));
  return { inner: pad(0x36), outer: pad(0x5c) };
}
