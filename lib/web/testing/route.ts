import "next/dist/server/node-environment-baseline";
import { type WorkStore, workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { type WorkUnitStore, workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { HeadersAdapter } from "next/dist/server/web/spec-extension/adapters/headers";
import { NextRequest } from "next/server";

type Handler<P> = (request: NextRequest, props: { params: Promise<P> }) => Promise<Response>;

/**
 * Calls a route handler as Next does: what `next/headers` tells is what the request carries.
 * @returns the answer, and its cookies by name: their value, "" for one that is removed
 */
export async function callRoute<P>(handler: Handler<P>, request: NextRequest, params: P) {
  const work = { route: request.nextUrl.pathname } as WorkStore;
  const unit = {
    type: "request",
    phase: "action",
    headers: HeadersAdapter.seal(request.headers),
    cookies: request.cookies,
    userspaceMutableCookies: request.cookies,
  } as unknown as WorkUnitStore;
  const answer = await workAsyncStorage.run(work, () =>
    workUnitAsyncStorage.run(unit, () => handler(request, { params: Promise.resolve(params) })),
  );
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
