import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { folder, proveOnlineRetail } from "@/e2e/load/online-retail";

describe.skipIf(!hasDatabase || !existsSync(folder))("the dashboards of a real shop", () => {
  const { owner } = useTestDatabase();

  it("agree with its books", async () => {
    const { differences, view, said } = await proveOnlineRetail(owner(), 2);
    expect(differences).toEqual([]);
    expect(view.totals.orders.now).toBeGreaterThan(200);
    expect(said.join("\n")).toMatch(/returns were of a part/);
  }, 60_000);
});
