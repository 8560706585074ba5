import { LRUCache } from "lru-cache";
import type { Scope } from "./scope";

/** Milliseconds for which the whole market's figures are told again as they were: "as of" says so. */
const kept = 20_000;

type Shelf = LRUCache<string, Promise<object>>;
// Next bundles pages and routes apart; what one read the other tells as well, so that files hold what the screen showed.
const shared = globalThis as { [key: symbol]: Shelf | undefined };
const slot = Symbol.for("charsu.figures");

/**
 * What was read of the whole market a moment ago, or now: its sums are over all shops, and whoever watches asks for them
 * again and again. A shop's own figures are few and always read. Whoever may ask at all reads the same rows here, except
 * for money, which is part of `key`.
 * @param read what to tell, with the time that all of it is of
 */
export function lately<T extends object>(scope: Scope, key: readonly unknown[], read: () => Promise<T>): Promise<T> {
  if (scope.shops !== null) return read();
  shared[slot] ??= new LRUCache({ max: 100, ttl: kept });
  const shelf = shared[slot];
  const name = JSON.stringify([key, scope.span, scope.compared]);
  const found = shelf.get(name);
  if (found) return found as Promise<T>;
  const fresh = read();
  shelf.set(name, fresh);
  fresh.catch(() => shelf.delete(name));
  return fresh;
}
