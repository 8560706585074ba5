import type { IncomingHttpHeaders, ServerResponse } from "node:http";

/** What Next and we say to ourselves in headers; from outside it would be believed. */
const INTERNAL =
  /^x-(?:middleware|nextjs|next|charsu|vercel|invoke|matched|prerender|action)-|^next-resume$|^next-instant-/;
const FORWARDED = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-real-ip",
];

/** Deletes internal headers a client must not set. Development keeps Next's own, which its overlay sends. */
export function stripInternal(headers: IncomingHttpHeaders, dev: boolean): void {
  for (const name in headers) {
    const first = name.charCodeAt(0);
    if (first !== 120 && first !== 110) continue;
    if (INTERNAL.test(name) && !(dev && name.startsWith("x-nextjs-"))) delete headers[name];
  }
}

/** The client's address: the socket's, or behind a trusted proxy what that proxy saw (the last hop). */
export function clientAddress(
  headers: IncomingHttpHeaders,
  socketAddress: string | undefined,
  trustProxy: boolean,
): string {
  const forwarded = trustProxy ? headers["x-forwarded-for"] : undefined;
  const seen = forwarded ? String(forwarded).split(",").at(-1)?.trim() : undefined;
  const address = seen || socketAddress || "";
  return address.startsWith("::ffff:") ? address.slice(7) : address;
}

/** Forgets what a client claims about the way it came. `canonical` (an origin) is put there instead when given. */
export function settleForwarded(headers: IncomingHttpHeaders, address: string, canonical: URL | undefined): void {
  for (const name of FORWARDED) if (headers[name] !== undefined) delete headers[name];
  headers["x-forwarded-for"] = address;
  if (!canonical) return;
  headers["x-forwarded-host"] = canonical.host;
  headers["x-forwarded-proto"] = canonical.protocol.slice(0, -1);
}

/** The security headers of every answer, as [name, value]; `https` adds HSTS (two years). */
export function securityHeaders(https: boolean): [string, string][] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["X-Frame-Options", "DENY"],
    ["Content-Security-Policy", "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'"],
    ...(https ? [["Strict-Transport-Security", "max-age=63072000; includeSubDomains"] as [string, string]] : []),
  ];
}

/** Sets `list` on an answer that has not started. */
export function setHeaders(response: ServerResponse, list: [string, string][]): void {
  for (const [name, value] of list) response.setHeader(name, value);
}
