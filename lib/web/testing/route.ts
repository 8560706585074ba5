import "next/dist/server/node-environment-baseline";
import { type WorkStore, workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { type WorkUnitStore, workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { HeadersAdapter } from "next/dist/server/web/spec-extension/adapters/headers";
import { MutableRequestCookiesAdapter } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { NextRequest } from "next/server";

type Handler<P> = (request: NextRequest, props: { params: Promise<P> }) => Promise<Response>;

/**
 * Does what Next does around a route or an action: what `next/headers` tells is what the request carries.
 * @returns what came of the work, the Set-Cookie lines that `cookies()` was left with, and the cache tags that expire
 */
export async function withinRequest<T>(request: NextRequest, work: () => Promise<T>) {
  const store = { route: request.nextUrl.pathname, page: "/page", incrementalCache: {} } as unknown as WorkStore;
  let setCookies: string[] = [];
  const jar = MutableRequestCookiesAdapter.wrap(request.cookies as never, (lines) => {
    setCookies = lines;
  });
  const unit = {
    type: "request",
    phase: "action",
    headers: HeadersAdapter.seal(request.headers),
    cookies: request.cookies,
    userspaceMutableCookies: jar,
  } as unknown as WorkUnitStore;
  const result = await workAsyncStorage.run(store, () => workUnitAsyncStorage.run(unit, work));
  return { result, setCookies, expired: (store.pendingRevalidatedTags ?? []).map(({ tag }) => tag) };
}

/**
 * Calls a route handler as Next does.
 * @returns the answer, and its cookies by name: their value, "" for one that is removed
 */
export async function callRoute<P>(handler: Handler<P>, request: NextRequest, params: P) {
  const { result: answer } = await withinRequest(request, () => handler(request, { params: Promise.resolve(params) }));
  const cookies = answer.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line)!.slice(1, 3));
  return { answer, cookies: Object.fromEntries(cookies) as Record<string, string> };
}

/** A request with these cookies; a body makes it a form that was posted. */
export function routeRequest(
  path: string,
  cookies: Record<string, string>,
  form?: Record<string, string>,
): NextRequest {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("; ");
  return new NextRequest(new URL(path, "http://localhost:3000"), {
    headers: { cookie, ...(form && { "content-type": "application/x-www-form-urlencoded" }) },
    ...(form && { method: "POST", body: new URLSearchParams(form).toString() }),
  });
}
