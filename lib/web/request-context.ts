import { actorOf } from "@/lib/auth/session";
import { spokenLocale, translator } from "@/lib/platform/messages";
import type { Context } from "./context";
import { undecodableCookie } from "./cookies";

type Source = {
  header: (name: string) => string | null;
  cookie: (name: string) => string | undefined;
  locale?: string | undefined;
};

/** The context of one request. The actor is looked up once, when first asked for. */
export function contextOf({ header, cookie, ...source }: Source): Context {
  const locale = spokenLocale(source.locale);
  let actor: ReturnType<typeof actorOf> | undefined;
  return {
    actor: () => {
      actor ??= actorOf({ authorization: header("authorization"), cookie });
      return actor;
    },
    requestId: header("x-request-id") ?? crypto.randomUUID(),
    // Set by the front from the socket; whatever a client sent under this name never gets here.
    ip: header("x-charsu-ip") ?? "0.0.0.0",
    userAgent: (header("user-agent") ?? "").slice(0, 400),
    locale,
    say: translator(locale),
    cookie: (name) => cookie(name) ?? undecodableCookie(header("cookie"), name),
    cookies: [],
    expired: new Set(),
  };
}
