import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import { addBrand, editBrand, removeBrand } from "@/lib/catalog/brands/operations";
import { actingAs } from "@/lib/web/testing/context";
import { listAudit, readRecordAt } from "./operations";
import { verifyAudit } from "./verify";

describe.skipIf(!hasDatabase)("the audit", () => {
  const { owner } = useTestDatabase();
  let admin: Awaited<ReturnType<typeof makeStaff>>;
  let supervisor: Awaited<ReturnType<typeof makeStaff>>;
  let manager: Awaited<ReturnType<typeof makeStaff>>;

  beforeAll(async () => {
    [admin, supervisor] = [await makeStaff(owner(), "admin"), await makeStaff(owner(), "supervisor")];
    manager = await makeStaff(owner(), "product_manager");
  });

  const seen = async (input: object, who = admin) => (await listAudit.call(actingAs(who), input)).items;
  const at = async (record: number, moment?: string, thing = "brands") =>
    readRecordAt.call(actingAs(supervisor), {
      thing: thing as "brands",
      record: String(record),
      ...(moment && { at: moment }),
    });

  it("says who changed what, before and after, and how a record stood at each moment", async () => {
    const as = () => actingAs(manager);
    const brand = await addBrand.call(as(), { name: "First" });
    await editBrand.call(as(), { id: brand.id, name: "Second", slug: "second" });
    await removeBrand.call(as(), { id: brand.id });
    const entries = await seen({ thing: "brands", record: String(brand.id) });
    expect(entries).toMatchObject([
      { action: "delete", person: { id: manager.id, name: manager.name }, login: "staff" },
      {
        action: "update",
        changes: [
          { field: "name", was: "First", now: "Second" },
          { field: "slug", was: "first", now: "second" },
        ],
      },
      { action: "insert" },
    ]);
    const [gone, changed, made] = entries;
    expect(await at(brand.id, made!.at)).toMatchObject({
      fields: [
        { field: "id", value: String(brand.id) },
        { field: "name", value: "First" },
        { field: "slug", value: "first" },
      ],
      since: { id: made!.id },
    });
    expect((await at(brand.id, changed!.at)).fields).toContainEqual({ field: "name", value: "Second" });
    expect(await at(brand.id)).toMatchObject({ fields: null, since: { id: gone!.id } });
    expect(await at(brand.id, "2020-01-01T00:00:00Z")).toMatchObject({ fields: null, since: null });
    const never = await readRecordAt.safe(actingAs(admin), { thing: "brands", record: "999999" });
    expect(never).toMatchObject({ ok: false, error: { status: 404 } });
  });

  it("finds by person, action and days, page by page", async () => {
    const other = await makeStaff(owner(), "product_manager");
    for (const name of ["Paged 1", "Paged 2", "Paged 3"]) await addBrand.call(actingAs(other), { name });
    const first = await listAudit.call(actingAs(admin), { person: other.id, pageSize: 2 });
    const second = await listAudit.call(actingAs(admin), { person: other.id, pageSize: 2, after: first.page.next! });
    expect(
      [...first.items, ...second.items].map(({ changes }) => changes.find(({ field }) => field === "name")?.now),
    ).toEqual(["Paged 3", "Paged 2", "Paged 1"]);
    expect(second.page.next).toBeNull();
    expect(await seen({ person: other.id, action: "delete" })).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await seen({ person: other.id, from: today, to: today })).toHaveLength(3);
    expect(await seen({ person: other.id, to: "2020-01-01" })).toEqual([]);
    expect(await listAudit.safe(actingAs(admin), { from: "yesterday" })).toMatchObject({ error: { status: 422 } });
  });

  it("masks for a supervisor what masks are for", async () => {
    const person = await makeUser(owner(), { email: "ada.masked@example.com" });
    const line = async (who: typeof admin) =>
      (await seen({ thing: "users", record: String(person.id) }, who))[0]!.changes.find(
        ({ field }) => field === "email",
      );
    expect(await line(admin)).toMatchObject({ now: "ada.masked@example.com" });
    expect(await line(supervisor)).toMatchObject({ now: "a…@example.com" });
    const whole = transaction({ tier: "supervisor", userId: supervisor.id }, (tx) =>
      tx.execute(sql`select from audit_log`),
    );
    await expect(whole).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("is for admins and supervisors", async () => {
    for (const role of ["operator", "product_manager"] as const) {
      const context = actingAs(await makeStaff(owner(), role));
      expect(await listAudit.safe(context, {})).toMatchObject({ ok: false, error: { status: 403 } });
      const input = { thing: "users" as const, record: "1" };
      expect(await readRecordAt.safe(context, input)).toMatchObject({ ok: false, error: { status: 403 } });
    }
  });

  describe("its chain", () => {
    /** Does what only the owner of the tables could, and takes it back. */
    const tampered = async (statement: ReturnType<typeof sql>) => {
      const before = await owner().execute(sql`select * from audit_log`);
      await owner().execute(sql`alter table audit_log disable trigger user`);
      try {
        await owner().execute(statement);
        return await verifyAudit();
      } finally {
        await owner().execute(sql`truncate audit_log`);
        await owner().execute(sql`
          insert into audit_log overriding system value
          select * from jsonb_populate_recordset(null::audit_log, ${JSON.stringify(before.rows)}::jsonb)`);
        await owner().execute(sql`alter table audit_log enable trigger user`);
      }
    };

    it("holds, also after much was written at once", async () => {
      const shop = await makeRetailer(owner());
      await Promise.all(Array.from({ length: 20 }, () => makeProduct(owner(), shop.id)));
      const verdict = await verifyAudit();
      const { rows } = await owner().execute<{ count: number }>(sql`select count(*)::int as count from audit_log`);
      expect(verdict).toMatchObject({ checked: rows[0]!.count, breaks: [], head: { position: rows[0]!.count } });
    });

    it.each([
      [
        "a changed entry",
        sql`update audit_log set after = '{"name":"never"}' where position = 3`,
        /content is not what was sealed/,
      ],
      ["a changed person", sql`update audit_log set user_id = 1 where position = 3`, /content/],
      ["an entry that was taken out", sql`delete from audit_log where position = 3`, /positions 3 to 3 are missing/],
      [
        "an entry put in",
        sql`insert into audit_log (login, action, relation, record) values ('x', 'insert', 'users', '1')`,
        /never sealed/,
      ],
      ["a chain that was cut", sql`update audit_log set previous_hash = 'x' where position = 4`, /follows another/],
    ])("tells of %s", async (_, statement, words) => {
      expect((await tampered(statement)).breaks.join("\n")).toMatch(words);
    });
  });
});
