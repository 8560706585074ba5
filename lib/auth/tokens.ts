import { createHash, randomBytes } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { env } from "@/lib/platform/env";

/** Seconds that an access token lives. Source: DESIGN 8. */
export const accessTokenLife = 15 * 60;
/** Seconds that a session lives without being used. */
export const sessionLife = 30 * 24 * 3600;

export type SessionClaims = { userId: number; sid: string; version: number; name: string };

const key = () => new TextEncoder().encode(env.AUTH_SECRET);

/** The session cookie's name; `__Host-` binds it to this host over https. */
export const sessionCookie = (): string =>
  env.CHARSU_ENV === "production" ? "__Host-charsu.session" : "charsu.session";

/** A JWT (HS256) that names a session row. */
export function signAccessToken(claims: SessionClaims): Promise<string> {
  return new SignJWT({ sid: claims.sid, ver: claims.version, name: claims.name })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(String(claims.userId))
    .setIssuedAt()
    .setExpirationTime(`${accessTokenLife}s`)
    .sign(key());
}

export type ReadToken = SessionClaims & { /** Seconds left; negative once it has run out. */ left: number };

/**
 * What a token says, when the signature is ours; null for everything else.
 * A token that has run out is told by `left`, so that a renewal can look at the session row behind it.
 */
export async function readAccessToken(token: string): Promise<ReadToken | null> {
  try {
    const { payload } = await jwtVerify(token, key(), { algorithms: ["HS256"], clockTolerance: sessionLife });
    const userId = Number(payload.sub);
    if (!Number.isSafeInteger(userId) || typeof payload.sid !== "string" || !Number.isSafeInteger(payload.ver))
      return null;
    return {
      userId,
      sid: payload.sid,
      version: payload.ver as number,
      name: typeof payload.name === "string" ? payload.name : "",
      left: (payload.exp ?? 0) - Math.floor(Date.now() / 1000),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}

/** 256 random bits for an API client; only its hash is kept. */
export const newRefreshToken = (): string => randomBytes(32).toString("base64url");
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");
