import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { addresses } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { signedIn, stranger } from "@/lib/web/testing/context";
import { addAddress, editAddress, listAddresses, maxAddresses, removeAddress, setDefaultAddress } from "./operations";

const berlin = { name: "Ada Example", line1: "Marktplatz 1", postcode: "10115", city: "Berlin", country: "DE" };

describe.skipIf(!hasDatabase)("saved addresses", () => {
  const { owner } = useTestDatabase();
  let person: { id: number };
  let other: { id: number };

  beforeEach(async () => {
    person = await makeUser(owner());
    other = await makeUser(owner());
  });

  const add = (over: object = {}, who = person) => addAddress.call(signedIn(who), { ...berlin, ...over });
  const list = async (who = person) => (await listAddresses.call(signedIn(who), {})).items;
  const defaults = async (who = person) => {
    const rows = await owner().select().from(addresses).where(eq(addresses.userId, who.id));
    return { count: rows.length, defaults: rows.filter(({ isDefault }) => isDefault).map(({ id }) => id) };
  };
  const notFound = { ok: false, error: { status: 404 } };

  it("are written as their country does, and kept in any script", async () => {
    const saved = await add({
      name: "زهرا احمدی",
      line1: "خیابان ولیعصر، پلاک ۱۲",
      city: "تهران",
      country: "IR",
      postcode: "۱۱۹۳۶۵۳۴۷۱",
      phone: "+98 912 345 6789",
    });
    expect(saved).toMatchObject({ name: "زهرا احمدی", postcode: "11936-53471", isDefault: true });
    expect(saved.lines).toEqual(["زهرا احمدی", "خیابان ولیعصر، پلاک ۱۲", "تهران", "11936-53471", "Iran"]);
    expect(await list()).toEqual([saved]);
    const german = signedIn(person, { locale: "de" });
    expect((await listAddresses.call(german, {})).items[0]!.lines.at(-1)).toBe("Iran");
  });

  it("drop what their country does not have", async () => {
    const saved = await add({
      country: "AE",
      region: "Dubai",
      city: "Dubai",
      postcode: "00000",
      district: "Al Qusais",
    });
    expect(saved).toMatchObject({ postcode: "", district: "Al Qusais" });
  });

  it("begin with a default, which another can become", async () => {
    const first = await add();
    const second = await add({ line1: "Marktplatz 2" });
    const third = await add({ line1: "Marktplatz 3", isDefault: true });
    expect([first.isDefault, second.isDefault, third.isDefault]).toEqual([true, false, true]);
    expect(await list()).toMatchObject([{ id: third.id, isDefault: true }, { id: second.id }, { id: first.id }]);
    const { items } = await setDefaultAddress.call(signedIn(person), { id: first.id });
    expect(items.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      [first.id, true],
      [third.id, false],
      [second.id, false],
    ]);
  });

  it("have the newest as their default when that was removed, and none when all are", async () => {
    const first = await add();
    const second = await add();
    const third = await add();
    const remove = async (id: number) => (await removeAddress.call(signedIn(person), { id })).items;
    expect(await remove(first.id)).toMatchObject([{ id: third.id, isDefault: true }, { id: second.id }]);
    expect(await remove(second.id)).toMatchObject([{ id: third.id, isDefault: true }]);
    expect(await remove(third.id)).toEqual([]);
    expect(await removeAddress.safe(signedIn(person), { id: third.id })).toMatchObject(notFound);
    expect((await add()).isDefault).toBe(true);
  });

  it("are written anew, and stay what they were to the checkout", async () => {
    const first = await add();
    const second = await add({ line1: "Marktplatz 2", organization: "Example Ltd" });
    const edit = (id: number, over: object = {}) => editAddress.call(signedIn(person), { ...berlin, ...over, id });
    expect(await edit(first.id, { line1: "Lange Gasse 3" })).toMatchObject({ line1: "Lange Gasse 3", isDefault: true });
    expect(await edit(second.id)).toMatchObject({ organization: "", isDefault: false });
    expect(await edit(second.id, { isDefault: true })).toMatchObject({ isDefault: true });
    expect((await defaults()).defaults).toEqual([second.id]);
  });

  it("are nobody else's", async () => {
    const { id } = await add();
    const before = await list();
    const strange = signedIn(other);
    expect((await listAddresses.call(strange, {})).items).toEqual([]);
    expect(await editAddress.safe(strange, { ...berlin, id, line1: "Stolen 1" })).toMatchObject(notFound);
    expect(await removeAddress.safe(strange, { id })).toMatchObject(notFound);
    expect(await setDefaultAddress.safe(strange, { id })).toMatchObject(notFound);
    expect(await list()).toEqual(before);
    expect(await listAddresses.safe(stranger(), {})).toMatchObject({ ok: false, error: { status: 401 } });
    expect(await addAddress.safe(stranger(), berlin)).toMatchObject({ ok: false, error: { status: 401 } });
  });

  it.each([
    ["no street", { line1: " " }, "line1"],
    ["no city", { city: "" }, "city"],
    ["a code of another country", { postcode: "SE1 7BD" }, "postcode"],
    ["no state in America", { country: "US", postcode: "94303" }, "region"],
    ["a country that is none", { country: "ZZ" }, "country"],
    ["a country in words", { country: "Germany" }, "country"],
    ["HTML in a name", { name: "<b>Ada</b>" }, "name"],
    ["two lines in one", { line1: "Marktplatz 1\r\nBcc: eve@example.com" }, "line1"],
    ["a phone of letters", { phone: "call me" }, "phone"],
    ["somebody else's id", { userId: 1, name: "" }, "name"],
  ])("refuse %s", async (_, over, field) => {
    const answer = await addAddress.safe(signedIn(person), { ...berlin, ...over });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(await list()).toEqual([]);
  });

  it("show the code as its country writes it", async () => {
    const answer = await addAddress.safe(signedIn(person), { ...berlin, country: "US", region: "CA", postcode: "9" });
    expect(answer).toMatchObject({ ok: false, error: { errors: [{ message: "Write it like 94303." }] } });
  });

  it("do not take an owner from outside", async () => {
    const saved = await addAddress.call(signedIn(person), { ...berlin, userId: other.id, id: 1 } as never);
    expect(await list()).toMatchObject([{ id: saved.id }]);
    expect(await list(other)).toEqual([]);
  });

  it("have one default, whatever happens at once, and at most twenty", async () => {
    const adds = await Promise.all(
      Array.from({ length: maxAddresses + 5 }, (_, index) =>
        addAddress.safe(signedIn(person), { ...berlin, isDefault: index % 2 === 0 }),
      ),
    );
    expect(adds.filter(({ ok }) => ok)).toHaveLength(maxAddresses);
    for (const refused of adds.filter(({ ok }) => !ok)) {
      expect(refused).toMatchObject({ error: { code: "invalid", message: expect.stringContaining("20") } });
    }
    expect(await defaults()).toMatchObject({ count: maxAddresses, defaults: [expect.any(Number)] });

    const ids = (await list()).map(({ id }) => id);
    const moves = await Promise.all(
      ids.flatMap((id, index) => [
        setDefaultAddress.safe(signedIn(person), { id }),
        ...(index % 2 ? [removeAddress.safe(signedIn(person), { id })] : []),
        ...(index % 3 ? [] : [editAddress.safe(signedIn(person), { ...berlin, id, isDefault: true })]),
      ]),
    );
    expect(moves.filter((each) => !each.ok && each.error.status !== 404)).toEqual([]);
    expect(await defaults()).toMatchObject({ count: maxAddresses / 2, defaults: [expect.any(Number)] });
  });
});
