import { useSyncExternalStore } from "react";

/** Dispatched on `window` when something of ours has changed a cookie. */
export const cookieEvent = "charsu:cookie";

/** The value of a cookie that scripts may read; "" when there is none, and as it stands when it cannot be decoded. */
export function readCookie(name: string): string {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  const raw = found?.slice(name.length + 1) ?? "";
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function subscribe(changed: () => void): () => void {
  // A page taken from the back-forward cache, or another tab, may be behind the cookie.
  const names = [cookieEvent, "pageshow", "focus"];
  for (const name of names) window.addEventListener(name, changed);
  // What an answer of the server sets is told by the cookie store, where the browser has one.
  const store = "cookieStore" in window ? window.cookieStore : null;
  store?.addEventListener("change", changed);
  return () => {
    for (const name of names) window.removeEventListener(name, changed);
    store?.removeEventListener("change", changed);
  };
}

/** A cookie's value as it is now; "" on the server, where the page is the same for everybody. */
export const useCookie = (name: string): string =>
  useSyncExternalStore(
    subscribe,
    () => readCookie(name),
    () => "",
  );
