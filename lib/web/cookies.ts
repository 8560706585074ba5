/** A cookie that an operation asks its door to set; `value: null` removes it. */
export type CookieChange = {
  name: string;
  value: string | null;
  httpOnly: boolean;
  /** Seconds; absent is a session cookie. */
  maxAge?: number;
};

/** The attributes every cookie of ours has. */
export function cookieAttributes(change: CookieChange, secure: boolean) {
  const maxAge = change.value === null ? 0 : change.maxAge;
  return {
    path: "/",
    sameSite: "lax" as const,
    httpOnly: change.httpOnly,
    secure,
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

/** A Set-Cookie header. Names and values are ours and hold no character that needs quoting, but for display names. */
export function serializeCookie(change: CookieChange, secure: boolean): string {
  const { path, httpOnly, maxAge } = cookieAttributes(change, secure);
  return [
    `${change.name}=${encodeURIComponent(change.value ?? "")}`,
    `Path=${path}`,
    "SameSite=Lax",
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    ...(httpOnly ? ["HttpOnly"] : []),
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}

/**
 * A cookie that is not valid percent-encoding, as it came. Next leaves such a one out, and with it what is sound in it;
 * undefined when there is none or it can be decoded.
 */
export function undecodableCookie(header: string | null, name: string): string | undefined {
  const found = header?.split(/; */).find((each) => each.startsWith(`${name}=`));
  const raw = found?.slice(name.length + 1);
  try {
    decodeURIComponent(raw ?? "");
    return undefined;
  } catch {
    return raw;
  }
}
