import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { retailers, uploads, users } from "@/db/schema";
import type { Identifier } from "@/lib/accounts/identifier";

type Person = { name: string; email: string | null; phone: string | null; locale: string | null };

/** Somebody who may be written to: null when the account is closed or gone. */
export async function personOf(userId: number): Promise<Person | null> {
  const [row] = await database("worker")
    .select({
      name: users.name,
      email: users.email,
      phone: users.phone,
      locale: users.locale,
      active: users.active,
    })
    .from(users)
    .where(eq(users.id, userId));
  return row?.active ? row : null;
}

/** Where a person is written to: by mail where there is an address, since a message to a phone costs. */
export function contactOf({ email, phone }: Person): Identifier | null {
  if (email !== null) return { channel: "email", address: email };
  return phone === null ? null : { channel: "sms", address: phone };
}

export async function shopOf(retailerId: number) {
  const [row] = await database("worker")
    .select({ name: retailers.name, status: retailers.status, reason: retailers.statusNote })
    .from(retailers)
    .where(eq(retailers.id, retailerId));
  return row ?? null;
}

export async function uploadOf(uploadId: number) {
  const { fileName: file, tally, undone } = uploads;
  const [row] = await database("worker")
    .select({ file, tally, undone, shop: retailers.name })
    .from(uploads)
    .innerJoin(retailers, eq(retailers.id, uploads.retailerId))
    .where(eq(uploads.id, uploadId));
  return row ?? null;
}
