import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { retailerMembers, retailers, users } from "@/db/schema";

/** Names, addresses and shops of somebody: what their password must not be. Holds no transaction. */
export async function ownWords(userId: number): Promise<(string | null)[]> {
  const on = database("auth");
  const [[person], shops] = await Promise.all([
    on.select({ name: users.name, email: users.email, phone: users.phone }).from(users).where(eq(users.id, userId)),
    on
      .select({ name: retailers.name })
      .from(retailers)
      .innerJoin(retailerMembers, eq(retailerMembers.retailerId, retailers.id))
      .where(eq(retailerMembers.userId, userId)),
  ]);
  return [...Object.values(person ?? {}), ...shops.map(({ name }) => name)];
}
