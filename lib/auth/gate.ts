import { eq } from "drizzle-orm";
import { type NextRequest, NextResponse } from "next/server";
import { transaction } from "@/db/client";
import { orders, submits } from "@/db/schema";
import { locales } from "@/lib/platform/messages";
import { actorOf } from "./session";

/** Pages for people who are signed in; everybody else is sent to sign in and back. */
const personal = /^\/(orders|profile|checkout)(\/|$)/;
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

/**
 * What a page cannot answer itself once its stream has begun: a redirect to sign-in, and 404 for an order that is not
 * there or not theirs. Null lets the request pass.
 */
export async function gate(request: NextRequest): Promise<NextResponse | null> {
  const { prefix, path } = splitLocale(request.nextUrl.pathname);
  if (!personal.test(path)) return null;
  const actor = await actorOf({ authorization: null, cookie: (name) => request.cookies.get(name)?.value });
  if (actor.userId === null) {
    const target = new URL(`${prefix}/sign-in`, request.url);
    target.searchParams.set("next", `${prefix}${path}${request.nextUrl.search}`);
    return NextResponse.redirect(target, 303);
  }
  if (!path.startsWith("/orders/")) return null;
  const number = oneOrder.exec(path);
  if (number && (await isTheirs(actor.userId, number[1]!, number[2]))) return null;
  return NextResponse.rewrite(new URL("/_not_found_", request.url), { status: 404 });
}
