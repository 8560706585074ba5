const LONGEST_URL = 8 * 1024;

/** Either the decoded path of an address to serve, or why it is refused. */
export type CheckedUrl = { path: string } | { status: 400 | 414; message: string };

const bad = (message: string): CheckedUrl => ({ status: 400, message });

/**
 * Judges a request target: origin-form only, at most 8 KB, a path that decodes as UTF-8 and holds no NUL, backslash,
 * dot segment or leading double slash (RFC 9112 section 3.2, RFC 3986 section 3.3). The query may hold anything
 * but NUL, because search boxes and advertisers put anything there. (node:http itself refuses raw bytes beyond ASCII.)
 */
export function checkUrl(target: string): CheckedUrl {
  if (target.length > LONGEST_URL) return { status: 414, message: "The address is too long" };
  if (target.charCodeAt(0) !== 47) return bad("The address must start with a slash");
  const mark = target.indexOf("?");
  const raw = mark < 0 ? target : target.slice(0, mark);
  if (mark >= 0 && target.includes("%00", mark)) return bad("The address holds a NUL");
  let path = raw;
  if (raw.includes("%")) {
    try {
      path = decodeURIComponent(raw);
    } catch {
      return bad("The address is not valid percent-encoded UTF-8");
    }
    if (path.includes("\0")) return bad("The address holds a NUL");
  }
  if (path.includes("\\")) return bad("The address holds a backslash");
  if (path.startsWith("//")) return bad("The address starts with two slashes");
  if (path.includes("/.") && /\/\.\.?(?:\/|$)/.test(path)) return bad("The address holds a dot segment");
  return { path };
}

/** The request target without the slashes at the end of its path. */
export function withoutEndSlash(target: string): string {
  const mark = target.indexOf("?");
  const query = mark < 0 ? "" : target.slice(mark);
  let end = target.length - query.length;
  while (end > 1 && target.charCodeAt(end - 1) === 47) end--;
  return target.slice(0, end) + query;
}
