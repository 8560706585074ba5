import { and, eq } from "drizzle-orm";
import { type NextRequest, NextResponse } from "next/server";
import { transaction } from "@/db/client";
import { addresses, orders, submits } from "@/db/schema";
import { locales } from "@/lib/platform/messages";
import { safePath } from "@/lib/platform/messages/paths";
import type { Actor } from "@/lib/web/actor";
import { hasBackOfficePage } from "./back-office";
import { actorOf } from "./session";

/** Pages for people who are signed in; everybody else is sent to sign in and back. */
const personal = /^\/(?:(?:profile|checkout|admin)(?:\/|$)|sign-up\/shop\/status$)/;
/** Pages for people who are not; everybody else is led on to where they were going. */
const signIn = /^\/(?:sign-in(?:\/|$)|sign-up$)/;
/** For whoever signed in with a password that staff made: until it is changed every other of these pages leads there. */
const newPassword = "/sign-in/new-password";
const backOffice = /^\/admin(?:\/|$)/;
const below = /^\/profile\/(?:orders\/|addresses\/(?!new$))/;
const oneOrder = /^\/profile\/orders\/(\d{1,9})(-\d{1,3})?$/;
const editedOrder = /^\/profile\/orders\/(\d{1,9})(-\d{1,3})\/edit$/;
const oneAddress = /^\/profile\/addresses\/(\d{1,9})$/;
/** Orders are a view of the profile; their own address leads there. */
const moved = /^\/orders(?=\/|$)|^\/profile$/;

/** Splits `/fa/orders` into its locale and the path that follows; the default locale has no prefix. */
export function splitLocale(pathname: string): { prefix: string; path: string } {
  const [first = ""] = pathname.slice(1).split("/");
  if (!locales().includes(first)) return { prefix: "", path: pathname };
  return { prefix: `/${first}`, path: pathname.slice(first.length + 1) || "/" };
}

async function isTheirOrder(userId: number, number: string, line: string | undefined): Promise<boolean> {
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

async function isTheirAddress(userId: number, id: number): Promise<boolean> {
  const [found] = await transaction({ tier: "shop", userId, readOnly: true }, (tx) =>
    tx
      .select({ id: addresses.id })
      .from(addresses)
      .where(and(eq(addresses.userId, userId), eq(addresses.id, id))),
  );
  return found !== undefined;
}

/** Whether a page that is about one thing has its thing, and the back office a page for who asks. */
async function isThere(actor: Actor & { userId: number }, path: string, query: URLSearchParams): Promise<boolean> {
  const { userId } = actor;
  if (backOffice.test(path)) return hasBackOfficePage(actor, path, query);
  if (!below.test(path)) return true;
  const order = oneOrder.exec(path) ?? editedOrder.exec(path);
  if (order) return isTheirOrder(userId, order[1]!, order[2]);
  const address = oneAddress.exec(path);
  return address !== null && isTheirAddress(userId, Number(address[1]));
}

const see = (path: string, request: NextRequest) => NextResponse.redirect(new URL(path, request.url), 303);

/**
 * What a page cannot answer itself once its stream has begun: a redirect to sign-in or to a new password, and on from
 * there for somebody who is signed in, and 404 for an order or an address that is
 * not there or not theirs. Null lets the request pass.
 */
export async function gate(request: NextRequest): Promise<NextResponse | null> {
  const { prefix, path } = splitLocale(request.nextUrl.pathname);
  if (moved.test(path)) {
    return see(`${prefix}${path.replace(moved, "/profile/orders")}${request.nextUrl.search}`, request);
  }
  // A form that is sent says itself what comes next.
  const asks = signIn.test(path) && request.method !== "POST";
  if (!asks && !personal.test(path)) return null;
  const actor = await actorOf({ authorization: null, cookie: (name) => request.cookies.get(name)?.value });
  const next = asks
    ? safePath(request.nextUrl.searchParams.get("next"), `${prefix}/profile/orders`)
    : `${prefix}${path}${request.nextUrl.search}`;
  const by = (way: string) => see(`${prefix}${way}?next=${encodeURIComponent(next)}`, request);
  if (actor.mustChange) return path === newPassword ? null : by(newPassword);
  if (asks && actor.userId !== null) return see(next, request);
  if (asks) return path === newPassword ? by("/sign-in") : null;
  const { userId } = actor;
  if (userId === null) return by("/sign-in");
  if (await isThere({ ...actor, userId }, path, request.nextUrl.searchParams)) return null;
  return NextResponse.rewrite(new URL("/_not_found_", request.url), { status: 404 });
}
