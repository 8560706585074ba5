import { inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { openingHours, retailerMembers, retailers, userRoles, users } from "@/db/schema";
import { cleanHtml } from "@/lib/platform/text/clean-html";
import { type DemoRole, people } from "./market/people";
import { type DemoRetailer, retailers as shops } from "./market/retailers";

/** A person to sign in as. */
export type DemoLogin = { role: DemoRole; email: string };

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Today's weekday in a time zone, 0 is Sunday. */
function weekdayIn(timeZone: string): number {
  return weekdays.indexOf(new Intl.DateTimeFormat("en-US", { weekday: "short", timeZone }).format(new Date()));
}

/** The demo people with their roles; the shops that they own come with the shops. */
export async function insertPeople(db: Database): Promise<void> {
  const rows = await db
    .insert(users)
    .values(
      people.map(({ name, email, phone }) => ({
        name,
        email,
        phone: phone ?? null,
        emailConfirmedAt: new Date(),
        phoneConfirmedAt: phone ? new Date() : null,
      })),
    )
    .returning({ id: users.id });
  const roles = people.flatMap(({ role }, index) =>
    role === "shopper" || role === "retailer" ? [] : [{ userId: rows[index]!.id, role }],
  );
  await db.insert(userRoles).values(roles);
}

function rowOf({ address, delivery, trade, ...shop }: DemoRetailer): typeof retailers.$inferInsert {
  const { handle, name, tagline, description, email, phone, latitude, longitude, timezone, hue } = shop;
  return {
    ...{
      handle,
      name,
      tagline,
      description: cleanHtml(description).html,
      trade,
      email,
      phone,
      latitude,
      longitude,
      timezone,
      hue,
    },
    status: "active",
    addressLine: address.line,
    postcode: address.postcode,
    city: address.city,
    country: address.country,
    delivers: delivery.delivers,
    picksUp: delivery.pickup,
    deliveryRadius: delivery.radius,
    minimumOrder: delivery.minimumOrder,
    deliveryFee: delivery.fee,
    freeAbove: delivery.freeAbove,
    preparation: delivery.preparation,
  };
}

/** The demo shops, open, with their hours and the people who own them. */
export async function insertRetailers(db: Database): Promise<void> {
  const rows = await db
    .insert(retailers)
    .values(shops.map(rowOf))
    .returning({ id: retailers.id, handle: retailers.handle });
  const idOf = new Map(rows.map(({ id, handle }) => [handle, id]));
  const hours = shops.flatMap(({ handle, timezone, hours: hoursOf }) =>
    hoursOf(weekdayIn(timezone)).map(({ day, opens, closes }) => ({
      retailerId: idOf.get(handle)!,
      weekday: day,
      opens,
      closes,
    })),
  );
  await db.insert(openingHours).values(hours);
  const owners = people.filter(({ retailer }) => retailer !== undefined);
  const found = await db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(
      inArray(
        users.email,
        owners.map(({ email }) => email),
      ),
    );
  const userOf = new Map(found.map(({ id, email }) => [email, id]));
  await db.insert(retailerMembers).values(
    owners.map(({ retailer, email }) => ({
      retailerId: idOf.get(retailer!)!,
      userId: userOf.get(email)!,
      role: "owner" as const,
    })),
  );
}

/** The demo people that are in the database, in the order to show them. */
export async function loginsOf(db: Database): Promise<DemoLogin[]> {
  const emails = people.map(({ email }) => email);
  const rows = await db.select({ email: users.email }).from(users).where(inArray(users.email, emails));
  const known = new Set(rows.map(({ email }) => email));
  return people.filter(({ email }) => known.has(email)).map(({ role, email }) => ({ role, email }));
}
