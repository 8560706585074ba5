import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { credentials, recoveryCodes, refreshTokens, sessions, twoFactors } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { addAddress } from "@/lib/accounts/addresses/operations";
import { saveCart } from "@/lib/cart/saved";
import { submitOrders as submitOperation } from "@/lib/orders/operations/submit";
import { submitOf, withCart } from "@/lib/orders/testing/submit";
import { signedIn, stranger } from "@/lib/web/testing/context";
import { exportProfile } from "./export";

const address = { name: "Ada Example", line1: "Marktplatz 1", postcode: "10115", city: "Berlin", country: "DE" };

describe.skipIf(!hasDatabase)("the download of what is mine", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let person: Awaited<ReturnType<typeof makeUser>>;
  let other: Awaited<ReturnType<typeof makeUser>>;
  let goods: number;

  beforeAll(async () => {
    person = await makeUser(owner(), { name: "Ada Example" });
    other = await makeUser(owner(), { name: "Somebody Else" });
    goods = (await makeProduct(owner(), (await makeRetailer(owner())).id, { name: "Tea", variant: { stock: 100 } }))
      .variant.id;
    for (const who of [person, other]) {
      await addAddress.call(signedIn(who), { ...address, name: who.name, line1: `Home of ${who.name}` });
      await submitOrders.call(signedIn(who), submitOf([[goods, 1]], { note: `Note of ${who.name}` }));
      await owner().transaction((tx) => saveCart(tx, who.id, [{ variantId: goods, quantity: 4 }]));
      await owner().insert(credentials).values({ userId: who.id, passwordHash: "$argon2id$hidden" });
      await owner().insert(twoFactors).values({ userId: who.id, secret: "hidden-totp", confirmedAt: new Date() });
      await owner().insert(recoveryCodes).values({ userId: who.id, hash: "hidden-recovery" });
      const expiresAt = new Date("2030-01-01T00:00:00Z");
      const [session] = await owner()
        .insert(sessions)
        .values({ userId: who.id, version: 1, userAgent: `Browser of ${who.name}`, network: "10.1.2.x", expiresAt })
        .returning();
      await owner()
        .insert(refreshTokens)
        .values({ hash: `hidden-refresh-${who.id}`, sessionId: session!.id, expiresAt });
    }
  });

  it("holds details, addresses, orders with lines and log, cart and sessions", async () => {
    const all = await exportProfile.call(signedIn(person), {});
    expect(all).toMatchObject({
      profile: {
        user: { id: person.id, name: "Ada Example", email: person.email },
        hasPassword: true,
        hasSecondFactor: true,
      },
      addresses: [{ line1: "Home of Ada Example", isDefault: true }],
      orders: [{ note: "Note of Ada Example", lines: [{ name: "Tea", quantity: 1 }], log: [{ status: "pending" }] }],
      cart: { count: 4, baskets: [{ lines: [{ name: "Tea" }] }] },
      sessions: [{ userAgent: "Browser of Ada Example", network: "10.1.2.x", endedAt: null }],
    });
    expect(Object.keys(all.sessions[0]!).sort()).toEqual([
      "createdAt",
      "endedAt",
      "expiresAt",
      "lastSeenAt",
      "network",
      "userAgent",
    ]);
  });

  it("holds nothing of anybody else, and nothing that an account is protected by", async () => {
    const text = JSON.stringify(await exportProfile.call(signedIn(person), {}));
    expect(text).not.toContain("Somebody Else");
    expect(text).not.toContain(other.email);
    expect(text).not.toMatch(/hidden|hash|secret|token|challenge/i);
    const { rows } = await owner().execute<{ id: string }>(sql`select id::text from sessions`);
    for (const { id } of rows) expect(text).not.toContain(id);
  });

  it("is for whoever is signed in", async () => {
    expect(await exportProfile.safe(stranger(), {})).toMatchObject({ ok: false, error: { status: 401 } });
    const newcomer = await exportProfile.call(signedIn(await makeUser(owner())), {});
    expect(newcomer).toMatchObject({ addresses: [], orders: [], sessions: [], cart: { count: 0 } });
  });
});
