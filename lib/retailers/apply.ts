import { and, eq, like, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { retailerMembers, retailers } from "@/db/schema";
import { handleOf, numbered } from "@/lib/platform/text/slug";
import type { ShopInput } from "./input";

/** What a shop begins with; address and number as they are kept. */
export type ShopApplication = Omit<ShopInput, "email" | "phone"> & Record<"email" | "phone", string | null>;

/** A pending shop of this name that the person waits with already. */
async function waiting(tx: Database, userId: number, name: string): Promise<{ id: number } | undefined> {
  const [found] = await tx
    .select({ id: retailers.id })
    .from(retailers)
    .innerJoin(retailerMembers, eq(retailerMembers.retailerId, retailers.id))
    .where(
      and(
        eq(retailerMembers.userId, userId),
        eq(retailers.status, "pending"),
        eq(sql`lower(${retailers.name})`, name.toLowerCase()),
      ),
    );
  return found;
}

/** The handles that `base` and its numbered followers have taken. */
async function takenHandles(tx: Database, base: string): Promise<Set<string>> {
  const rows = await tx
    .select({ handle: retailers.handle })
    .from(retailers)
    .where(or(eq(retailers.handle, base), like(retailers.handle, `${base}-%`)));
  return new Set(rows.map(({ handle }) => handle));
}

/**
 * Makes a pending shop that belongs to the person; seen by its members and staff alone until staff let it open. Sent
 * twice it is one. Its handle comes from its name, with a number when that is taken.
 * @param tx of the `auth` login: whoever applies is no member yet
 */
export async function applyWithShop(
  tx: Database,
  userId: number,
  shop: ShopApplication,
): Promise<{ id: number; fresh: boolean }> {
  const known = await waiting(tx, userId, shop.name);
  if (known) return { ...known, fresh: false };
  const base = handleOf(shop.name, "shop");
  for (;;) {
    const taken = await takenHandles(tx, base);
    const handle = numbered(base, (each) => taken.has(each));
    const [made] = await tx
      .insert(retailers)
      .values({ ...shop, handle, status: "pending" })
      .onConflictDoNothing({ target: retailers.handle })
      .returning({ id: retailers.id });
    // Somebody else took it in between.
    if (!made) continue;
    await tx.insert(retailerMembers).values({ retailerId: made.id, userId, role: "owner" });
    return { ...made, fresh: true };
  }
}
