import type { IncomingHttpHeaders } from "node:http";

/** What decides whether a state-changing request came from our own pages. */
export type OriginRules = {
  /** The public origin, like https://shop.example. */
  origin: string;
  /** Whether the address that the request itself was sent to counts as ours, too (outside production). */
  ownHostCounts: boolean;
};

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const FORM_BODY = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;

/**
 * True for a request that another site may have made a browser send (OWASP CSRF: verify Origin, Fetch Metadata).
 * A browser always names the Origin of a state-changing request; a program that names none may use the API with JSON or
 * without cookies, but not server actions. A Bearer token without cookies cannot be borrowed, so its Origin is free.
 */
export function isForeign(method: string, headers: IncomingHttpHeaders, api: boolean, rules: OriginRules): boolean {
  if (SAFE.has(method) && headers["next-action"] === undefined) return false;
  const bearer = headers.authorization?.slice(0, 7).toLowerCase() === "bearer " && headers.cookie === undefined;
  if (api && bearer) return false;
  if (headers.origin !== undefined) return !isOurs(headers.origin, headers.host, rules);
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin";
  if (!api) return true;
  return headers.cookie !== undefined && FORM_BODY.test(headers["content-type"] ?? "");
}

function isOurs(origin: string, host: string | undefined, rules: OriginRules): boolean {
  if (origin === rules.origin) return true;
  return rules.ownHostCounts && host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
