import { eq } from "drizzle-orm";
import { type NextRequest, NextResponse } from "next/server";
import { transaction } from "@/db/client";
import { orders, submits } from "@/db/schema";
import { locales } from "@/lib/platform/messages";
import { safePath } from "@/lib/platform/messages/paths";
import { actorOf } from "./session";

/** Pages for people who are signed in; everybody else is sent to sign in and back. */
const personal = /^\/(orders|profile|checkout)(\/|$)/;
/** Pages for people who are not; everybody else is led on to where they were going. */
const signIn = /^\/sign-in(\/|$)/;
const oneOrder = /^\/orders\/(\d{1,9})(-\d{1,3})?$/;

/** Splits `/fa/orders` into its locale and the path that follows; the default locale has no prefix. */
export function splitLocale(pathname: string): { prefix: string; path: string } {
  const [first = ""] = pathname.slice(1).split("/");
  if (!locales().includes(first)) return { prefix: "", path: pathname };
  return { prefix: `/${first}`, path: pathname.slice(first.length + 1) || "/" };
}

async function isTheirs(userId: number, number: string, line: string | undefined): Promise<boolean> {
  const [found] = await transaction({ tier: "shop", userId, readOnly: true }, (tx) =>
    tx
      .select({ id: orders.id })
      .from(orders)
      .innerJoin(submits, eq(submits.id, orders.submitId))
      .where(line ? eq(orders.number, number + line) : eq(submits.number, Number(number)))
      .limit(1),
  );
  return found !== undefined;
}

const see = (path: string, request: NextRequest) => NextResponse.redirect(new URL(path, request.url), 303);

/**
 * What a page cannot answer itself once its stream has begun: a redirect to sign-in, and on from it for somebody who is
 * signed in, and 404 for an order that is not there or not theirs. Null lets the request pass.
 */
export async function gate(request: NextRequest): Promise<NextResponse | null> {
  const { prefix, path } = splitLocale(request.nextUrl.pathname);
  // A form that is sent says itself what comes next.
  const asks = signIn.test(path) && request.method !== "POST";
  if (!asks && !personal.test(path)) return null;
  const actor = await actorOf({ authorization: null, cookie: (name) => request.cookies.get(name)?.value });
  if (asks) {
    const next = safePath(request.nextUrl.searchParams.get("next"), `${prefix}/orders`);
    return actor.userId === null ? null : see(next, request);
  }
  if (actor.userId === null) {
    const next = encodeURIComponent(`${prefix}${path}${request.nextUrl.search}`);
    return see(`${prefix}/sign-in?next=${next}`, request);
  }
  if (!path.startsWith("/orders/")) return null;
  const number = oneOrder.exec(path);
  if (number && (await isTheirs(actor.userId, number[1]!, number[2]))) return null;
  return NextResponse.rewrite(new URL("/_not_found_", request.url), { status: 404 });
}
