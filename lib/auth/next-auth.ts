import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { transaction } from "@/db/client";
import { challengeCookies } from "@/lib/accounts/send-code";
import { endSession } from "@/lib/accounts/sessions";
import { env, setEnv } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { type CookieChange, serializeCookie } from "@/lib/web/cookies";
import { contextOf } from "@/lib/web/request-context";
import { liveSession } from "./session";
import { signedOutCookies, verifyCode } from "./sign-in";
import { readAccessToken, sessionCookie, sessionLife, signAccessToken } from "./tokens";

/** The library reads its own variables; ours are the truth. */
function tellLibrary(): void {
  setEnv({ NEXTAUTH_URL: env.CHARSU_ORIGIN, NEXTAUTH_SECRET: env.AUTH_SECRET });
}

/** A value that is no percent-encoding is taken as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function cookiesOf(header: string | undefined): (name: string) => string | undefined {
  const pairs = new Map(
    (header ?? "").split(/;\s*/).flatMap((pair) => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at), decoded(pair.slice(at + 1))] as const] : [];
    }),
  );
  return (name) => pairs.get(name);
}

/**
 * The next-auth set-up: one provider, the one-time code, and tokens of ours (jose, HS256, 15 minutes, naming a session
 * row). A session made by a form, by REST or by next-auth's own sign-in is the same session.
 * @param left gets the cookies that our operations leave
 */
function authOptions(left: CookieChange[]): NextAuthOptions {
  tellLibrary();
  return {
    secret: env.AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionLife },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: env.CHARSU_ENV === "production" },
      },
    },
    logger: {
      error: (code, meta) => {
        if (code !== "JWT_SESSION_ERROR")
          log.error({ code, error: String((meta as { message?: string }).message ?? "") }, "next-auth");
      },
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
    providers: [
      CredentialsProvider({
        id: "code",
        name: "One-time code",
        credentials: { identifier: { type: "text" }, code: { type: "text" }, challenge: { type: "text" } },
        authorize: async (credentials, request) => {
          const headers = (request.headers ?? {}) as Record<string, string | undefined>;
          const cookie = cookiesOf(headers.cookie);
          const context = contextOf({ header: (name) => headers[name] ?? null, cookie });
          const result = await verifyCode.safe(context, {
            identifier: credentials?.identifier,
            code: credentials?.code,
            challenge: credentials?.challenge ?? cookie(challengeCookies["sign-in"]),
            cart: cookie("cart"),
          });
          left.push(...context.cookies);
          if (!result.ok) return null;
          const claims = await readAccessToken(result.data.accessToken);
          return claims && { id: String(claims.userId), name: claims.name, sid: claims.sid, version: claims.version };
        },
      }),
    ],
    events: {
      // The library forgets the cookie; the session behind it must end too.
      signOut: async ({ token }) => {
        left.push(...signedOutCookies());
        if (typeof token?.sid !== "string") return;
        const { sid } = token;
        await transaction({ tier: "auth", userId: Number(token.sub) }, (tx) => endSession(tx, sid));
      },
    },
    callbacks: {
      jwt: ({ token, user }) => {
        if (!user) return token;
        const { sid, version } = user as unknown as { sid: string; version: number };
        return { sub: user.id, name: user.name ?? "", sid, version };
      },
      session: ({ session, token }) => ({ ...session, user: { id: Number(token.sub), name: token.name ?? "" } }),
    },
    jwt: {
      maxAge: sessionLife,
      encode: async ({ token }) => {
        if (!token?.sub || typeof token.sid !== "string") return "";
        const claims = {
          userId: Number(token.sub),
          sid: token.sid,
          version: Number(token.version),
          name: token.name ?? "",
        };
        return signAccessToken(claims);
      },
      decode: async ({ token }) => {
        const live = token ? await liveSession(token) : null;
        return live && { sub: String(live.userId), name: live.name, sid: live.sid, version: live.version };
      },
    },
  };
}

/** next-auth's own doors: session, csrf, callback/code, signout. They set what our operations set at every other door. */
export async function authDoor(request: NextRequest, props: { params: Promise<unknown> }): Promise<Response> {
  const left: CookieChange[] = [];
  const answer: Response = await NextAuth(authOptions(left))(request, props);
  // The session's own cookie is set by the library, from the same claims.
  for (const change of left.filter(({ name }) => name !== sessionCookie())) {
    answer.headers.append("set-cookie", serializeCookie(change, env.CHARSU_ENV === "production"));
  }
  return answer;
}
