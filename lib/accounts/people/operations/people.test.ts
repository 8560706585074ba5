import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import type { StaffRole } from "@/lib/web/actor";
import { actingAs, signedIn, stranger } from "@/lib/web/testing/context";
import { listPeople, listPersonSessions, readPerson } from "./read";
import { endPersonSession, endPersonSessions, revealPerson, setPersonActive, setPersonRoles } from "./write";

describe.skipIf(!hasDatabase)("people as staff see them", () => {
  const { owner } = useTestDatabase();
  const staff = {} as Record<StaffRole, Awaited<ReturnType<typeof makeStaff>>>;
  const as = (role: StaffRole) => actingAs(staff[role]);
  let ada: { id: number };
  let shopId: number;

  beforeAll(async () => {
    for (const role of ["product_manager", "operator", "supervisor", "admin"] as const)
      staff[role] = await makeStaff(owner(), role);
    ada = await makeUser(owner(), { name: "Ada Lovelace", email: "ada@looms.example", phone: "+4915123456789" });
    await makeUser(owner(), { name: "bob_100%", email: "bob@example.org" });
    await makeUser(owner(), { name: "Čapek", email: null, phone: "+420601234567", active: false });
    shopId = (await makeRetailer(owner(), { handle: "corner" })).id;
    await owner().execute(sql`
      insert into sessions (user_id, version, user_agent, network, expires_at) values
        (${ada.id}, 1, 'Mozilla/5.0 (X11; Linux) Firefox/140.0', '10.1.2.0', now() + interval '1 day'),
        (${ada.id}, 1, '', '10.1.3.0', now() - interval '1 day')`);
  });

  const names = async (role: StaffRole, input: Record<string, unknown>) =>
    (await listPeople.call(as(role), input)).items.map(({ name }) => name);

  it("masks addresses and numbers for operators and supervisors, and shows admins all of it", async () => {
    for (const role of ["operator", "supervisor"] as const) {
      const { items } = await listPeople.call(as(role), { q: "lovelace" });
      expect(items).toMatchObject([{ email: "a…@looms.example", phone: "+49…89" }]);
      const person = await readPerson.call(as(role), { id: ada.id });
      expect(person).toMatchObject({ masked: true, email: "a…@looms.example", phone: "+49…89" });
      expect(JSON.stringify(await listPersonSessions.call(as(role), { id: ada.id }))).not.toContain("10.1.2");
    }
    const whole = { email: "ada@looms.example", phone: "+4915123456789" };
    expect((await listPeople.call(as("admin"), { q: "lovelace" })).items).toMatchObject([whole]);
    expect(await readPerson.call(as("admin"), { id: ada.id })).toMatchObject({ ...whole, masked: false });
    expect(await listPersonSessions.call(as("admin"), { id: ada.id })).toMatchObject([
      { device: "Firefox on Linux", network: "10.1.2.0" },
    ]);
  });

  it("finds by a part of name, address or number, as it is written", async () => {
    expect(await names("operator", { q: "@LOOMS" })).toEqual(["Ada Lovelace"]);
    expect(await names("admin", { q: "0151 234" })).toEqual(["Ada Lovelace"]);
    expect(await names("admin", { q: "+49 151-23" })).toEqual(["Ada Lovelace"]);
    expect(await names("admin", { q: "۰۱۵۱ ۲۳۴" })).toEqual(["Ada Lovelace"]);
    expect(await names("operator", { q: "b_100%" })).toEqual(["bob_100%"]);
    expect(await names("operator", { q: "b_1" })).toEqual(["bob_100%"]);
    expect(await names("operator", { q: "%%%" })).toEqual([]);
    expect(await names("operator", { q: "b\\_1" })).toEqual([]);
    expect(await names("operator", { q: "čap" })).toEqual(["Čapek"]);
    expect(await listPeople.safe(as("admin"), { q: "ad" })).toMatchObject({ error: { errors: [{ field: "q" }] } });
  });

  it("lets a supervisor, who unmasks nothing, find by names alone", async () => {
    expect(await names("supervisor", { q: "lovel" })).toEqual(["Ada Lovelace"]);
    expect(await names("supervisor", { q: "looms" })).toEqual([]);
    expect(await names("supervisor", { q: "15123456" })).toEqual([]);
  });

  it("narrows by role and state, and sorts by each column from both ends", async () => {
    const member = await makeMember(owner(), shopId, "staff");
    expect(await names("admin", { role: "operator" })).toEqual(["Test operator"]);
    expect(await names("supervisor", { role: "retailer" })).toEqual([member.name]);
    expect(await names("operator", { active: false })).toEqual(["Čapek"]);
    expect(await names("admin", { role: "customer", q: "lovelace" })).toEqual(["Ada Lovelace"]);
    expect(await names("admin", { role: "admin", q: "lovelace" })).toEqual([]);
    expect((await names("admin", { sort: "name" }))[0]).toBe("Ada Lovelace");
    expect((await names("admin", { sort: "-name" })).at(-1)).toBe("Ada Lovelace");
    expect((await names("admin", { sort: "phone" })).slice(0, 2)).toEqual(["Čapek", "Ada Lovelace"]);
    expect((await names("admin", { sort: "-role" })).slice(0, 4)).toEqual(
      ["admin", "supervisor", "operator", "product_manager"].map((role) => `Test ${role}`),
    );
    expect((await names("admin", { sort: "active" }))[0]).toBe("Čapek");
    expect((await names("admin", { sort: "joined" }))[0]).toBe("Test product_manager");
  });

  it.each(["name", "-name", "phone", "-phone", "active", "-active", "role", "-role", "joined", "-joined"])(
    "pages by %s without losing or repeating anybody",
    async (sort) => {
      const seen: number[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listPeople.call>> = await listPeople.call(as("admin"), {
          sort: sort as "name",
          pageSize: 2,
          ...(after && { after }),
        });
        seen.push(...page.items.map(({ id }) => id));
        after = page.page.next;
      } while (after);
      const { rows } = await owner().execute(sql`select count(*)::int as all from users`);
      expect(new Set(seen).size).toBe(seen.length);
      expect([{ all: seen.length }]).toEqual(rows);
    },
  );

  it("has no order by numbers for whom they are masked: the position of a page would tell them", async () => {
    for (const role of ["operator", "supervisor"] as const) {
      const answer = await listPeople.safe(as(role), { sort: "-phone" });
      expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "sort" }] } });
    }
  });

  it.each(["joined", "active", "role", "name"])("refuses a position by %s that nobody gave", async (sort) => {
    const after = Buffer.from(JSON.stringify(["nonsense", 99999999999])).toString("base64url");
    expect(await listPeople.safe(as("admin"), { sort, after })).toMatchObject({ error: { status: 422 } });
  });

  it("tells roles, shops and how many orders somebody has", async () => {
    const member = await makeMember(owner(), shopId);
    expect(await readPerson.call(as("operator"), { id: member.id })).toMatchObject({
      roles: [],
      shops: [{ handle: "corner", role: "owner" }],
      orders: 0,
      lastSeenAt: null,
    });
    expect(await readPerson.call(as("supervisor"), { id: staff.admin.id })).toMatchObject({ roles: ["admin"] });
    expect(await readPerson.safe(as("admin"), { id: 999_999 })).toMatchObject({ error: { status: 404 } });
  });

  it("unmasks for an operator with a reason, which stands in the audit", async () => {
    const reason = "calls about order 1042";
    expect(await revealPerson.call(as("operator"), { id: ada.id, reason })).toEqual({
      email: "ada@looms.example",
      phone: "+4915123456789",
    });
    const { rows } = await owner().execute(sql`
      select user_id, relation, record, after from audit_log where action = 'reveal'`);
    expect(rows).toEqual([
      { user_id: staff.operator.id, relation: "users", record: String(ada.id), after: { reason } },
    ]);
    for (const wanted of [{ id: ada.id }, { id: ada.id, reason: " why " }, { id: ada.id, reason: "" }])
      expect(await revealPerson.safe(as("operator"), wanted)).toMatchObject({
        error: { errors: [{ field: "reason" }] },
      });
    expect(await revealPerson.safe(as("operator"), { id: 999_999, reason })).toMatchObject({ error: { status: 404 } });
    for (const role of ["supervisor", "product_manager"] as const)
      expect(await revealPerson.safe(as(role), { id: ada.id, reason })).toMatchObject({ error: { status: 403 } });
  });

  it("is nothing for product managers, shops and shoppers, and changes by admins alone", async () => {
    const member = await makeMember(owner(), shopId);
    const reads = [listPeople, readPerson, listPersonSessions];
    const writes = [setPersonActive, setPersonRoles, endPersonSession, endPersonSessions];
    const input = { id: ada.id, active: false, roles: ["admin"], session: crypto.randomUUID() };
    for (const context of [as("product_manager"), actingAs(member), signedIn(ada)]) {
      for (const each of [...reads, ...writes])
        expect(await each.safe(context, input), each.name).toMatchObject({ error: { status: 403 } });
    }
    for (const role of ["operator", "supervisor"] as const) {
      for (const each of writes)
        expect(await each.safe(as(role), input), each.name).toMatchObject({ error: { status: 403 } });
    }
    for (const each of [...reads, ...writes])
      expect(await each.safe(stranger(), input), each.name).toMatchObject({ error: { status: 401 } });
    expect(await readPerson.call(as("admin"), { id: ada.id })).toMatchObject({ active: true, roles: [] });
  });
});
