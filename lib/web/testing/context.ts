import { type Actor, nobody } from "../actor";
import { type Context, plainContext } from "../context";

let counter = 0;

/** An address of its own for each call, so that no rate limit by address speaks where a test is about something else. */
export function freshIp(): string {
  counter += 1;
  return `10.${(counter >> 16) & 255}.${(counter >> 8) & 255}.${counter & 255}`;
}

/** The context of a request by this account. */
export function signedIn(user: { id: number; name?: string }, over: Partial<Context> = {}): Context {
  const actor: Actor = { ...nobody, userId: user.id, name: user.name ?? "" };
  return plainContext(actor, { ip: freshIp(), ...over });
}

/** The context of a request by somebody with roles or shops, as `makeStaff` and `makeMember` make them. */
export function actingAs(
  user: { id: number; name: string } & Partial<Pick<Actor, "roles" | "shops" | "owns">>,
  over: Partial<Context> = {},
): Context {
  const { id, name, roles = [], shops = [], owns = [] } = user;
  return plainContext({ ...nobody, userId: id, name, roles, shops, owns }, { ip: freshIp(), ...over });
}

/** The context of a request by nobody. */
export function stranger(over: Partial<Context> = {}): Context {
  return plainContext(nobody, { ip: freshIp(), ...over });
}

/** What the door would set for a cookie: its last change; undefined when the operation left it alone. */
export function cookieSet(context: Context, name: string): string | null | undefined {
  return context.cookies.findLast((change) => change.name === name)?.value;
}
