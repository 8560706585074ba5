import { and, eq, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema";
import { reachedAt } from "@/lib/accounts/account";
import { useCode } from "@/lib/accounts/codes";
import { homeCountry, type Identifier, readIdentifier } from "@/lib/accounts/identifier";
import { provenInput, removeContactInput, requestContactInput } from "@/lib/accounts/profile/input";
import { contactOf, lockPerson } from "@/lib/accounts/profile/queries";
import { contactView } from "@/lib/accounts/profile/views";
import { challengeCookies, challengeDone, sendCode } from "@/lib/accounts/send-code";
import { challengeView } from "@/lib/accounts/views";
import { AppError, invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { customerSecurely } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { greet } from "./details";

type Person = typeof users.$inferSelect;

/** @throws AppError `invalid`, when there is not exactly one, or it is none of its kind */
function wantedContact({ email, phone }: { email?: string | undefined; phone?: string | undefined }, say: Say) {
  if ((email === undefined) === (phone === undefined)) throw invalidField("email", "one", say("profile.one_contact"));
  const field = email === undefined ? "phone" : "email";
  const to = readIdentifier(email ?? phone!, homeCountry());
  if (to?.channel !== (field === "email" ? "email" : "sms")) throw invalidField(field, field, say(`fields.${field}`));
  return { to, field };
}

/** What the account has of this kind, and whether it was confirmed. */
const held = (person: Person, { channel }: Identifier) =>
  channel === "email"
    ? { address: person.email, confirmed: person.emailConfirmedAt !== null }
    : { address: person.phone, confirmed: person.phoneConfirmedAt !== null };

const isHeldByOther = async (tx: Database, userId: number, to: Identifier): Promise<boolean> =>
  (await tx.$count(users, and(reachedAt(to), ne(users.id, userId)))) > 0;

export const requestContact = operation({
  name: "profile.requestContact",
  summary: "Sends a code to an e-mail address or a phone number that is to become the account's.",
  http: { method: "POST", path: "/api/profile/contact", status: 202 },
  message: "If that address can receive it, a code is on its way.",
  input: requestContactInput,
  output: challengeView,
  allow: [customerSecurely],
  limit: "sendCode",
  run: async ({ input, actor, context, tx }) => {
    const userId = actor.userId!;
    const { to, field } = wantedContact(input, context.say);
    const now = held(await lockPerson(tx, userId), to);
    if (now.confirmed && now.address?.toLowerCase() === to.address) {
      throw invalidField(field, "same", context.say("profile.same_contact"));
    }
    await tx.update(users).set({ unconfirmed: to.address }).where(eq(users.id, userId));
    // An address that is somebody else's gets its code as well: whether it is, only its owner learns.
    return () => sendCode({ purpose: "contact", to, userId }, actor.roles.length > 0, context);
  },
});

export const changeContact = operation({
  name: "profile.changeContact",
  summary: "Makes the address that the code was sent to the account's; the other way to reach it stays.",
  http: { method: "PUT", path: "/api/profile/contact", errors: ["wrong_code", "conflict", "rate_limited"] },
  message: "Your contact is changed.",
  cookies: { challenge: challengeCookies.contact },
  input: provenInput,
  output: contactView,
  allow: [customerSecurely],
  limit: "none",
  run: async ({ input, actor, context, tx, record, now: at }) => {
    const userId = actor.userId!;
    const { say } = context;
    const person = await lockPerson(tx, userId);
    const to = person.unconfirmed === null ? null : readIdentifier(person.unconfirmed, homeCountry());
    if (!to) throw new AppError("wrong_code", say("errors.wrong_code"));
    await useCode({ purpose: "contact", to, userId }, input, context);
    const mine = eq(users.id, userId);
    if (await isHeldByOther(tx, userId, to)) {
      await tx.update(users).set({ unconfirmed: null }).where(mine);
      return new AppError("conflict", say("profile.taken_contact"));
    }
    const { channel, address: now } = to;
    const was = held(person, to).address;
    const change = channel === "email" ? { email: now, emailConfirmedAt: at } : { phone: now, phoneConfirmedAt: at };
    const [changed] = await tx
      .update(users)
      .set({ ...change, unconfirmed: null })
      .where(mine)
      .returning();
    // Confirming what was there already is no change that anybody must hear of.
    if (was?.toLowerCase() !== now) await record("account.contactChanged", { userId, channel, was, now });
    context.cookies.push(challengeDone("contact"), greet(changed!));
    return contactOf(changed!);
  },
});

export const removeContact = operation({
  name: "profile.removeContact",
  summary: "Takes an e-mail address or a phone number out of the account, when the other one is confirmed.",
  http: { method: "DELETE", path: "/api/profile/contact", errors: ["conflict", "not_found"] },
  message: "It is out of your account.",
  input: removeContactInput,
  output: contactView,
  allow: [customerSecurely],
  limit: "write",
  run: async ({ input, actor, context, tx, record }) => {
    const userId = actor.userId!;
    const { say } = context;
    const person = await lockPerson(tx, userId);
    const contact = contactOf(person);
    const was = contact[input.channel]?.address;
    if (was === undefined) throw new AppError("not_found", say("errors.not_found"));
    const other = input.channel === "email" ? contact.phone : contact.email;
    if (!other?.confirmed) throw new AppError("conflict", say("profile.last_contact"));
    const none =
      input.channel === "email" ? { email: null, emailConfirmedAt: null } : { phone: null, phoneConfirmedAt: null };
    const [changed] = await tx.update(users).set(none).where(eq(users.id, userId)).returning();
    await record("account.contactRemoved", { userId, channel: input.channel === "email" ? "email" : "sms", was });
    context.cookies.push(greet(changed!));
    return contactOf(changed!);
  },
});
