import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff } from "@/db/testing/factories";
import type { Actor } from "@/lib/web/actor";
import { actingAs } from "@/lib/web/testing/context";
import { hasBackOfficePage } from "./back-office";

describe.skipIf(!hasDatabase)("pages of the back office", () => {
  const { owner } = useTestDatabase();
  let keeper: Actor;
  let supervisor: Actor;
  let mine: string;
  let theirs: string;

  beforeAll(async () => {
    const [own, other] = [await makeRetailer(owner()), await makeRetailer(owner())];
    [mine, theirs] = [own.handle, other.handle];
    keeper = await actingAs(await makeMember(owner(), own.id)).actor();
    supervisor = await actingAs(await makeStaff(owner(), "supervisor")).actor();
  });

  const figures = (actor: Actor, handle: string, path = "/admin") =>
    hasBackOfficePage(actor, path, new URLSearchParams({ retailer: handle }));

  it("show figures of one's own shops, and of any to who watches the market", async () => {
    for (const path of ["/admin", "/admin/reports"]) {
      expect(await figures(keeper, mine, path)).toBe(true);
      expect(await figures(keeper, theirs, path)).toBe(false);
      expect(await figures(supervisor, theirs, path)).toBe(true);
      expect(await figures(supervisor, "nobody", path)).toBe(false);
      expect(await figures(supervisor, "", path)).toBe(true);
    }
  });

  it("have names for what is no thing in their own section alone", async () => {
    expect(await hasBackOfficePage(supervisor, "/admin/stock/count")).toBe(true);
    expect(await hasBackOfficePage(supervisor, "/admin/audit/record")).toBe(true);
    for (const path of ["/admin/brands/count", "/admin/orders/record", "/admin/people/packing"]) {
      expect(await hasBackOfficePage(supervisor, path), path).toBe(false);
    }
  });
});
