import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { askForCode } from "@/lib/accounts/testing/codes";
import { nobody } from "@/lib/web/actor";
import { cookieSet, stranger } from "@/lib/web/testing/context";
import { renewal } from "../session";
import { refresh, verifyCode } from "../sign-in";
import { bearer } from "../testing/bearer";
import { readAccessToken, sessionLife, signAccessToken } from "../tokens";
import { endOneSession, endOtherSessions, listSessions } from "./sessions";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe.skipIf(!hasDatabase)("one's sessions", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;

  beforeEach(async () => {
    number += 1;
    email = `sessions-${number}@example.com`;
    await makeUser(owner(), { email });
  });

  const enter = async (over = {}, address = email) =>
    verifyCode.call(stranger(over), await askForCode(owner(), address));
  const list = (token: string) => listSessions.call(bearer(token), {});

  it("are listed with device, place and last use, the last used first, and say which one asks", async () => {
    const here = await enter({ userAgent: firefox, ip: "203.0.113.77" });
    const there = await enter({ userAgent: "curl/8", ip: "2001:db8:12:34::1" });
    await enter({}, `other-${email}`);
    expect(await list(here.accessToken)).toEqual([
      expect.objectContaining({ device: "Unknown device", network: "2001:db8:12::/48", current: false }),
      expect.objectContaining({ device: "Firefox on Linux", network: "203.0.113.0/24", current: true }),
    ]);
    await owner().execute(sql`update sessions set last_seen_at = now() - interval '1 hour'`);
    await refresh.call(stranger({ ip: "198.51.100.1" }), { refreshToken: here.refreshToken });
    const [first, second] = await list(there.accessToken);
    expect(first).toMatchObject({ device: "Firefox on Linux", network: "198.51.100.0/24", current: false });
    expect(second).toMatchObject({ current: true });
    expect(new Date(first!.lastSeenAt).getTime()).toBeGreaterThan(new Date(second!.lastSeenAt).getTime());
  });

  it("are listed as long as they live", async () => {
    const here = await enter();
    for (const change of [sql`revoked_at = now()`, sql`expires_at = now()`, sql`version = 0`]) {
      const gone = await enter();
      expect(await list(here.accessToken)).toHaveLength(2);
      await owner().execute(sql`update sessions set ${change} where id = (
        select id from sessions where user_id = ${gone.user.id} order by created_at desc limit 1)`);
      expect(await list(here.accessToken)).toHaveLength(1);
    }
  });

  it("move with a browser that renews its cookie", async () => {
    const { accessToken } = await enter({ ip: "203.0.113.77" });
    const claims = (await readAccessToken(accessToken))!;
    vi.useFakeTimers({ now: Date.now() - 14 * 60_000, toFake: ["Date"] });
    const old = await signAccessToken(claims);
    vi.useRealTimers();
    expect(await renewal(old, sessionLife, "198.51.100.0/24")).toMatchObject({ sid: claims.sid });
    expect(await list(accessToken)).toMatchObject([{ network: "198.51.100.0/24" }]);
  });

  it("end one by one: token and refresh token are dead with the next request, the others live", async () => {
    const here = await enter();
    const there = await enter();
    const other = (await list(here.accessToken)).find(({ current }) => !current)!;
    const context = bearer(here.accessToken);
    await endOneSession.call(context, { id: other.id });
    expect(context.cookies).toEqual([]);
    expect(await bearer(there.accessToken).actor()).toEqual(nobody);
    expect(await refresh.safe(stranger(), { refreshToken: there.refreshToken })).toMatchObject({ ok: false });
    expect(await list(here.accessToken)).toHaveLength(1);
    expect(await endOneSession.safe(bearer(here.accessToken), { id: other.id })).toMatchObject({
      error: { status: 404 },
    });
  });

  it("end here as by signing out", async () => {
    const { accessToken } = await enter();
    const [here] = await list(accessToken);
    const context = bearer(accessToken);
    await endOneSession.call(context, { id: here!.id });
    expect(cookieSet(context, "charsu.session")).toBeNull();
    expect(cookieSet(context, "cart")).toBeNull();
    expect(await bearer(accessToken).actor()).toEqual(nobody);
  });

  it("of somebody else are not there", async () => {
    const mine = await enter();
    const theirs = await enter({}, `other-${email}`);
    const [other] = await list(theirs.accessToken);
    expect(await endOneSession.safe(bearer(mine.accessToken), { id: other!.id })).toMatchObject({
      error: { status: 404 },
    });
    expect(await endOtherSessions.call(bearer(mine.accessToken), {})).toEqual({ ended: 0 });
    expect(await bearer(theirs.accessToken).actor()).toMatchObject({ userId: theirs.user.id });
  });

  it("end all but this one", async () => {
    const here = await enter();
    const others = [await enter(), await enter(), await enter()];
    expect(await endOtherSessions.call(bearer(here.accessToken), {})).toEqual({ ended: 3 });
    for (const { accessToken, refreshToken } of others) {
      expect(await bearer(accessToken).actor()).toEqual(nobody);
      expect(await refresh.safe(stranger(), { refreshToken })).toMatchObject({ ok: false });
    }
    expect(await list(here.accessToken)).toMatchObject([{ current: true }]);
  });

  it.each([listSessions, endOtherSessions])("are nobody's who is not signed in: $name", async (operation) => {
    expect(await operation.safe(stranger(), {})).toMatchObject({ error: { code: "unauthenticated" } });
  });
});
