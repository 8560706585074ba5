import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { addresses } from "@/db/schema";
import { AppError, type FieldError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { listPage, pageOf } from "@/lib/platform/pages";
import { customer } from "@/lib/web/actor";
import type { Context } from "@/lib/web/context";
import { operation } from "@/lib/web/operation";
import { addAddressInput, addressIdInput, editAddressInput, listAddressesInput } from "./input";
import { addressLines, countryName, missingFields, type PostalAddress, refusedPostcode, tidyAddress } from "./rules";
import { type AddressView, addressView } from "./views";

/** Addresses that one account keeps at most. */
export const maxAddresses = 20;

type Row = typeof addresses.$inferSelect;

function viewOf({ userId: _, createdAt: __, ...row }: Row, locale: string): AddressView {
  return { ...row, lines: addressLines(row, countryName(row.country, locale)) };
}

/** The addresses of an account, the default first, then the newest. */
export async function addressesOf(tx: Database, userId: number, locale: string): Promise<AddressView[]> {
  const rows = await tx
    .select()
    .from(addresses)
    .where(eq(addresses.userId, userId))
    .orderBy(desc(addresses.isDefault), desc(addresses.id));
  return rows.map((row) => viewOf(row, locale));
}

const listOf = async (tx: Database, userId: number, { locale }: Context) => {
  const items = await addressesOf(tx, userId, locale);
  return pageOf(items, items.length, 1, maxAddresses);
};

/** Until the transaction ends nobody else changes the addresses of this account: of any two there is one default. */
const oneAtATime = (tx: Database, userId: number) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.addresses'), ${userId})`);

/** In two steps: the index that allows one default alone looks at each row as it is written. */
async function makeDefault(tx: Database, userId: number, id: number): Promise<void> {
  await tx
    .update(addresses)
    .set({ isDefault: false })
    .where(and(eq(addresses.userId, userId), addresses.isDefault));
  await tx.update(addresses).set({ isDefault: true }).where(eq(addresses.id, id));
}

const mine = (userId: number, id: number) => and(eq(addresses.userId, userId), eq(addresses.id, id));
const nothing = ({ say }: Context) => new AppError("not_found", say("errors.not_found"));

/**
 * The address as its country writes it.
 * @throws AppError `invalid` with each field that the country asks for, and a postcode that none there looks like
 */
function complete<A extends PostalAddress>(given: A, say: Say): A {
  const address = tidyAddress(given);
  const errors: FieldError[] = missingFields(address).map((field) => ({
    field,
    code: "required",
    message: say("fields.required"),
  }));
  const rule = refusedPostcode(address);
  if (rule) {
    const message = say("fields.postcode", { example: rule.example ?? "" });
    errors.push({ field: "postcode", code: "postcode", message });
  }
  if (errors.length) throw new AppError("invalid", say("errors.invalid"), { errors });
  return address;
}

const shared = { allow: [customer], limit: "write" } as const;

export const listAddresses = operation({
  ...shared,
  name: "profile.addresses.list",
  summary: "The saved addresses of whoever asks, the default first.",
  http: { method: "GET", path: "/api/profile/addresses" },
  message: "Your addresses.",
  input: listAddressesInput,
  output: listPage(addressView),
  limit: "none",
  readOnly: true,
  run: async ({ input, actor, context, tx }) => {
    const { items } = await listOf(tx, actor.userId!, context);
    const from = (input.page - 1) * input.pageSize;
    return pageOf(items.slice(from, from + input.pageSize), items.length, input.page, input.pageSize);
  },
});

export const addAddress = operation({
  ...shared,
  name: "profile.addresses.add",
  summary: "Saves an address; the first one becomes the default.",
  http: { method: "POST", path: "/api/profile/addresses", status: 201 },
  message: "The address is saved.",
  input: addAddressInput,
  output: addressView,
  run: async ({ input, actor, context, tx }) => {
    const userId = actor.userId!;
    const { isDefault, ...address } = complete(input, context.say);
    await oneAtATime(tx, userId);
    const held = await tx.$count(addresses, eq(addresses.userId, userId));
    if (held >= maxAddresses) throw new AppError("invalid", context.say("addresses.full", { count: maxAddresses }));
    const [row] = await tx
      .insert(addresses)
      .values({ ...address, userId })
      .returning();
    const first = held === 0 || isDefault;
    if (first) await makeDefault(tx, userId, row!.id);
    return viewOf({ ...row!, isDefault: first }, context.locale);
  },
});

export const editAddress = operation({
  ...shared,
  name: "profile.addresses.edit",
  summary: "Writes a saved address anew.",
  http: { method: "PUT", path: "/api/profile/addresses/{id}" },
  message: "The address is saved.",
  input: editAddressInput,
  output: addressView,
  run: async ({ input, actor, context, tx }) => {
    const userId = actor.userId!;
    const { id, isDefault, ...address } = complete(input, context.say);
    await oneAtATime(tx, userId);
    const [row] = await tx.update(addresses).set(address).where(mine(userId, id)).returning();
    if (!row) throw nothing(context);
    if (isDefault) await makeDefault(tx, userId, id);
    return viewOf({ ...row, isDefault: row.isDefault || isDefault }, context.locale);
  },
});

export const removeAddress = operation({
  ...shared,
  name: "profile.addresses.remove",
  summary: "Removes a saved address; when it was the default, the newest of the others becomes it.",
  http: { method: "DELETE", path: "/api/profile/addresses/{id}" },
  message: "The address is removed.",
  input: addressIdInput,
  output: listPage(addressView),
  run: async ({ input, actor, context, tx }) => {
    const userId = actor.userId!;
    await oneAtATime(tx, userId);
    const [gone] = await tx.delete(addresses).where(mine(userId, input.id)).returning();
    if (!gone) throw nothing(context);
    const [newest] = await tx
      .select({ id: addresses.id })
      .from(addresses)
      .where(eq(addresses.userId, userId))
      .orderBy(desc(addresses.id))
      .limit(1);
    if (gone.isDefault && newest) await makeDefault(tx, userId, newest.id);
    return listOf(tx, userId, context);
  },
});

export const setDefaultAddress = operation({
  ...shared,
  name: "profile.addresses.setDefault",
  summary: "Makes a saved address the one that a checkout begins with.",
  http: { method: "POST", path: "/api/profile/addresses/{id}/default" },
  message: "Your checkouts begin with this address.",
  input: addressIdInput,
  output: listPage(addressView),
  run: async ({ input, actor, context, tx }) => {
    const userId = actor.userId!;
    await oneAtATime(tx, userId);
    const [row] = await tx.select({ id: addresses.id }).from(addresses).where(mine(userId, input.id));
    if (!row) throw nothing(context);
    await makeDefault(tx, userId, row.id);
    return listOf(tx, userId, context);
  },
});
