import { env } from "@/lib/platform/env";

/** The address of a page in a locale: the default locale has no prefix. `path` begins with a slash. */
export function localPath(locale: string, path: string): string {
  if (locale === env.CHARSU_LOCALE) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}
