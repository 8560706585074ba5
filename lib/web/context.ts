import { type Say, translator } from "@/lib/platform/messages";
import type { Actor } from "./actor";
import type { CookieChange } from "./cookies";

/** What a door knows of the request, and where an operation leaves what belongs to the transport. */
export type Context = {
  /** Called only by an operation that needs to know; reads the session row. */
  actor: () => Promise<Actor>;
  requestId: string;
  ip: string;
  userAgent: string;
  locale: string;
  /** Words of the catalog in `locale`. */
  say: Say;
  /** Cookie values that operations may read by name. */
  cookie: (name: string) => string | undefined;
  /** Filled by operations; each door applies it. */
  cookies: CookieChange[];
  /** Cache tags whose content the operation changed; each door expires them. */
  expired: Set<string>;
};

/** A context without a request, for jobs, commands and tests. */
export function plainContext(actor: Actor, over: Partial<Context> = {}): Context {
  return {
    actor: async () => actor,
    requestId: crypto.randomUUID(),
    ip: "127.0.0.1",
    userAgent: "",
    locale: over.locale ?? "en",
    say: translator(over.locale ?? "en"),
    cookie: () => undefined,
    cookies: [],
    expired: new Set(),
    ...over,
  };
}
