import { describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { announceExpiry, type Expired, listenForExpiry } from "./expiry";

describe.skipIf(!hasDatabase)("expiry", () => {
  const { url } = useTestDatabase();

  it("gathers what is said while it works, never more than its door takes", async () => {
    const heard: Expired[] = [];
    const first = Promise.withResolvers<void>();
    const last = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const ear = await listenForExpiry(url(), async (tags) => {
      heard.push(tags);
      if (heard.length === 1) {
        first.resolve();
        await last.promise;
      } else if (tags === "everything" || tags.includes("last")) done.resolve();
    });
    await announceExpiry(["first"]);
    await first.promise;
    for (let part = 0; part < 3; part += 1) {
      await announceExpiry(Array.from({ length: 100 }, (_, index) => `product:${part * 100 + index}`));
    }
    await announceExpiry(["last"]);
    // Another ear has heard all of it by then, and with it, all but surely, this one.
    const echo = await listenForExpiry(url(), async () => last.resolve());
    await announceExpiry(["echo"]);
    await done.promise;
    expect(heard[0]).toEqual(["first"]);
    for (const said of heard) expect(said === "everything" || said.length <= 200, "what the door takes").toBe(true);
    await Promise.all([ear.stop(), echo.stop()]);
  });
});
