import type { Route } from "next";
import { env } from "../env";
import { spokenLocale } from "./index";

/**
 * Paths of a locale: `pathIn("fa")("/cart")` is `/fa/cart`; the default locale stands without a prefix, and so does one
 * that is not spoken here.
 */
export const pathIn = (wanted: string) => {
  const locale = spokenLocale(wanted);
  return (path: string): Route =>
    (locale === env.CHARSU_LOCALE ? path : `/${locale}${path === "/" ? "" : path}`) as Route;
};

/** A path of ours that somebody may be sent to, from a query or a form; anything that could lead elsewhere is `fallback`. */
export function safePath(path: string | undefined | null, fallback: string): Route {
  return (path && /^\/(?![/\\])[^\\\s]*$/.test(path) && path.length < 500 ? path : fallback) as Route;
}
