import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { codeIn, forgetSends } from "@/lib/accounts/testing/codes";
import { stranger } from "@/lib/web/testing/context";
import { register } from "../register";

/** What a retailer applies with. */
export const shopApplication = {
  name: "Café Zürich & Söhne",
  trade: "Coffee",
  email: " Shop@Example.com ",
  phone: "030 1234567",
  addressLine: "Marktstraße 1",
  postcode: "10115",
  city: "Berlin",
  country: "DE",
  latitude: 52.53,
  longitude: 13.38,
  timezone: "Europe/Berlin",
};

/** Registers as a browser would, and reads the code that went to `to`. */
export async function askToRegister(owner: Database, input: Record<string, unknown>, to: string) {
  await forgetSends(owner);
  const { challenge } = await register.call(stranger(), input as never);
  return { identifier: to, challenge, code: await codeIn(owner, to) };
}

/** How many rows there are of everything that registering could write. */
export async function everythingKept(owner: Database) {
  const { rows } = await owner.execute<Record<string, string>>(sql`
    select (select count(*) from users) as users, (select count(*) from registrations) as registrations,
      (select count(*) from retailers) as retailers, (select count(*) from retailer_members) as members,
      (select count(*) from credentials) as credentials, (select count(*) from user_roles) as roles,
      (select count(*) from sessions) as sessions, (select count(*) from events) as events,
      (select count(*) from outbox_message) as messages`);
  return rows[0]!;
}

/** What was told of an account, in order. */
export async function eventsOf(owner: Database, userId: number) {
  const { rows } = await owner.execute<{ name: string; payload: unknown }>(
    sql`select name, payload from events where (payload->>'userId')::int = ${userId} order by id`,
  );
  return rows;
}
