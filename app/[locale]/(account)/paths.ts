import { pathIn, safePath } from "@/lib/platform/messages/paths";

/** Where a page of these leads on to, and its own paths, which take that along. */
export function leading(locale: string, query: { next?: string | string[] | undefined }) {
  const next = safePath(String(query.next ?? ""), "");
  const path = pathIn(locale);
  return {
    next,
    path,
    onwards: (to: string): string => path(`${to}${next ? `?next=${encodeURIComponent(next)}` : ""}`),
  };
}
