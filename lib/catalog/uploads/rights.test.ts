import { utimes } from "node:fs/promises";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { outboxMessages, products, retailerMembers, uploads } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff } from "@/db/testing/factories";
import { plansOf } from "@/db/testing/statements";
import { somebodyWaits } from "@/db/testing/waiting";
import { isKept, keepFile, privateFile } from "@/lib/platform/private-files";
import { drain } from "@/lib/relay/testing/queue";
import type { Context } from "@/lib/web/context";
import { actingAs } from "@/lib/web/testing/context";
import { chooseUpload, readUploadColumns } from "./operations/choose";
import { confirmUpload, undoUpload } from "./operations/confirm";
import { listUploadChanges, listUploadRows, listUploads, readUpload } from "./operations/read";
import { receiveUpload } from "./operations/receive";
import { downloadUploadResult } from "./operations/result";
import { selectUploads } from "./queries";
import { bring, confirmed, stream } from "./testing/bring";
import { sweepUploads } from "./work";

const header = ["handle", "name", "sku", "price", "stock"];
const teas = [header, ["tea", "Green tea", "T-1", "4.50", "12"]];

describe.skipIf(!hasDatabase)("whose an upload is", () => {
  const { owner, url } = useTestDatabase();
  let shop: { id: number };
  let member: Context;
  let stranger: Context;
  let strangerId: number;
  const people = {} as Record<"admin" | "product_manager" | "operator" | "supervisor", Context>;
  beforeAll(async () => {
    shop = await makeRetailer(owner());
    member = actingAs(await makeMember(owner(), shop.id, "staff"));
    const other = await makeMember(owner(), (await makeRetailer(owner())).id);
    stranger = actingAs(other);
    strangerId = other.id;
    for (const role of ["admin", "product_manager", "operator", "supervisor"] as const)
      people[role] = actingAs(await makeStaff(owner(), role));
  });
  /** Every operation about one upload, by somebody. */
  const all = (context: Context, id: number) => [
    readUpload.safe(context, { id }),
    listUploadRows.safe(context, { id }),
    listUploadChanges.safe(context, { id }),
    readUploadColumns.safe(context, { id }),
    downloadUploadResult.safe(context, { id }),
    chooseUpload.safe(context, { id, emptyCells: "clear" }),
    confirmUpload.safe(context, { id }),
    undoUpload.safe(context, { id }),
  ];

  it("another shop's is not there, and stays as it was", async () => {
    const upload = await bring(member, shop.id, teas);
    for (const answer of await Promise.all(all(stranger, upload.id))) {
      expect(answer).toMatchObject({ ok: false, error: { status: 404 } });
    }
    const given = { retailerId: shop.id, fileName: "x.csv", file: stream("handle,name\na,b\n") };
    expect(await receiveUpload.safe(stranger, given)).toMatchObject({ ok: false, error: { status: 404 } });
    expect((await listUploads.call(stranger, {})).items).toEqual([]);
    expect(await readUpload.call(member, { id: upload.id })).toEqual(upload);
  });

  it("supervisors read, operators do not", async () => {
    const upload = await confirmed(
      member,
      (await bring(member, shop.id, [header, ["cup", "Cup", "C-1", "4", "1"]])).id,
    );
    const [read, rows, changes, columns, file, ...writes] = await Promise.all(all(people.supervisor, upload.id));
    for (const answer of [read, rows, changes, columns, file]) expect(answer).toMatchObject({ ok: true });
    for (const answer of writes) expect(answer).toMatchObject({ ok: false, error: { status: 403 } });
    for (const answer of await Promise.all(all(people.operator, upload.id)))
      expect(answer).toMatchObject({ ok: false, error: { status: 403 } });
    expect((await listUploads.call(people.supervisor, { retailerId: shop.id })).items.length).toBeGreaterThan(0);
    for (const role of ["admin", "product_manager"] as const)
      expect(await readUpload.call(people[role], { id: upload.id })).toMatchObject({ id: upload.id });
  });

  it("by SQL nobody makes a job work as somebody else, or writes into another shop's upload", async () => {
    const upload = await bring(member, shop.id, teas);
    const by = (tier: "retailer" | "staff" | "supervisor", userId: number, statement: string) =>
      transaction({ tier, userId }, (tx) => tx.execute(sql.raw(statement))).then(
        ({ rowCount }) => rowCount,
        (error: { cause?: { code?: string } }) => error.cause?.code,
      );
    const { userId } = await member.actor();
    const admin = (await people.admin.actor()).userId!;
    expect(await by("retailer", userId!, `update uploads set acts_as = ${admin} where id = ${upload.id}`)).toBe(
      "42501",
    );
    expect(await by("retailer", userId!, `update uploads set acts_as = ${userId} where id = ${upload.id}`)).toBe(1);
    expect(await by("retailer", strangerId, `update uploads set status = 'running' where id = ${upload.id}`)).toBe(0);
    const row = `insert into upload_rows (upload_id, retailer_id, row, planned) select ${upload.id}, retailer_id, 99, 'failed'
      from retailer_members where user_id = ${strangerId}`;
    expect(await by("retailer", strangerId, row)).toBe("23503");
    const supervisor = (await people.supervisor.actor()).userId!;
    expect(await by("supervisor", supervisor, `update uploads set rows = 0 where id = ${upload.id}`)).toBe("42501");
    const operator = (await people.operator.actor()).userId!;
    expect(await by("staff", operator, `select from uploads where id = ${upload.id}`)).toBe(0);
  });

  it("who has left the shop meanwhile writes nothing", async () => {
    const leaving = await makeMember(owner(), shop.id, "staff");
    const upload = await bring(actingAs(leaving), shop.id, [header, ["late", "Late", "L-1", "1", "1"]]);
    await confirmUpload.call(actingAs(leaving), { id: upload.id });
    await owner().delete(retailerMembers).where(eq(retailerMembers.userId, leaving.id));
    await drain();
    expect(await readUpload.call(member, { id: upload.id })).toMatchObject({
      status: "failed",
      problem: { code: "not_allowed" },
      rowsDone: 0,
    });
    expect(await owner().select().from(products).where(eq(products.key, "late"))).toEqual([]);
  });

  it("two of one shop at once are both written whole", async () => {
    const file = (from: number) => [
      header,
      ...Array.from({ length: 450 }, (_, index) => [
        `t-${from + index}`,
        `Two ${from + index}`,
        `TW-${from + index}`,
        "2",
        "3",
      ]),
    ];
    const [one, two] = [await bring(member, shop.id, file(0)), await bring(people.product_manager, shop.id, file(300))];
    await confirmUpload.call(member, { id: one.id });
    await confirmUpload.call(people.product_manager, { id: two.id });
    await Promise.all([drain(), drain()]);
    await drain();
    const [first, second] = await Promise.all([one, two].map(({ id }) => readUpload.call(member, { id })));
    expect([first, second]).toMatchObject([
      { status: "done", rowsDone: 450 },
      { status: "done", rowsDone: 450 },
    ]);
    const made = (first?.tally?.created ?? 0) + (second?.tally?.created ?? 0);
    expect(made).toBe(750);
    const { rows } = await owner().execute(
      sql`select count(*)::int as count from products where key like 't-%' and retailer_id = ${shop.id}`,
    );
    expect(rows[0]).toEqual({ count: 750 });
  });

  it("waits for whoever edits a product of it by hand, and takes nothing of that back", async () => {
    await confirmed(member, (await bring(member, shop.id, [header, ["edited", "Edited", "E-1", "5", "1"]])).id);
    const upload = await bring(member, shop.id, [header, ["edited", "", "E-1", "6", ""]]);
    await confirmUpload.call(member, { id: upload.id });
    let work: Promise<void> = Promise.resolve();
    await owner().transaction(async (tx) => {
      await tx.update(products).set({ name: "Named by hand" }).where(eq(products.key, "edited"));
      work = drain();
      await somebodyWaits(owner());
    });
    await work;
    const { rows } = await owner().execute(sql`
      select p.name, v.price::int from products p join variants v on v.product_id = p.id where p.key = 'edited'`);
    expect(rows).toEqual([{ name: "Named by hand", price: 600 }]);
    expect(await readUpload.call(member, { id: upload.id })).toMatchObject({ status: "done", tally: { updated: 1 } });
  });

  it("is told to whoever confirmed it when it is done", async () => {
    const someone = await makeMember(owner(), shop.id, "staff");
    const upload = await bring(actingAs(someone), shop.id, [header, ["mail", "Mail", "M-1", "1", "1"]], {
      fileName: "spring.csv",
    });
    await confirmed(actingAs(someone), upload.id);
    const sent = await owner().select().from(outboxMessages).where(eq(outboxMessages.recipient, someone.email!));
    expect(sent).toMatchObject([{ subject: "Your file is in the catalog: spring.csv" }]);
    expect(sent[0]?.text).toContain(`/admin/uploads/${upload.id}`);
  });

  it("its files are removed after 30 days, and what nobody knows after one", async () => {
    const upload = await confirmed(
      member,
      (await bring(member, shop.id, [header, ["old", "Old", "O-1", "1", "1"]])).id,
    );
    const { path } = await downloadUploadResult.call(member, { id: upload.id });
    const lost = await keepFile(stream(`nobody knows ${Math.random()}`));
    await sweepUploads(new Date());
    expect([await isKept(lost.name), (await readUpload.call(member, { id: upload.id })).hasFile]).toEqual([true, true]);
    await owner().execute(sql`update uploads set created_at = now() - interval '31 days' where id = ${upload.id}`);
    const old = new Date(Date.now() - 2 * 86_400_000);
    await utimes(privateFile(lost.name), old, old);
    await sweepUploads(new Date());
    expect(await isKept(lost.name)).toBe(false);
    expect(await readUpload.call(member, { id: upload.id })).toMatchObject({ hasFile: false, hasResult: false });
    expect(await isKept(path.split("/").at(-1)!)).toBe(false);
    expect(await downloadUploadResult.safe(member, { id: upload.id })).toMatchObject({ error: { status: 404 } });
  });

  it("is listed by index", async () => {
    await owner().execute(sql`
      insert into uploads (retailer_id, status, file_name, bytes)
      select case when n % 100 = 1 then ${shop.id}::integer else ${(await stranger.actor()).shops[0]}::integer end, case when n % 1000 = 0 then 'mapping' else 'done' end::upload_status, 'x.csv', 1 from generate_series(1, 3000) n`);
    await owner().execute(sql`analyze uploads`);
    const plans = await plansOf(url(), async (db) => {
      await selectUploads(db, eq(uploads.retailerId, shop.id)).orderBy(sql`${uploads.id} desc`).limit(51);
      await selectUploads(db, eq(uploads.status, "mapping")).orderBy(sql`${uploads.id} desc`).limit(51);
    });
    expect(plans[0]).toContain("uploads_retailer");
    expect(plans[1]).toContain("uploads_status");
    for (const plan of plans) expect(plan).not.toMatch(/Sort|Seq Scan on uploads/);
  });
});
