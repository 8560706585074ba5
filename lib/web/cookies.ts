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
