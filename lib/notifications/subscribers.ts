import { pool } from "@/db/client";
import type { Identifier } from "@/lib/accounts/identifier";
import { masked } from "@/lib/accounts/mask";
import { enqueue } from "@/lib/platform/jobs";
import type { Letter } from "@/lib/platform/mail/letter";
import { spokenLocale } from "@/lib/platform/messages";
import { seenStatuses } from "@/lib/retailers/rules";
import type { EventName, EventPayload } from "@/lib/web/cache-tags";
import { accountDeleted } from "./mails/account-deleted";
import { contactChanged } from "./mails/contact-changed";
import { contactLeft } from "./mails/contact-left";
import { newDevice } from "./mails/new-device";
import { passwordChanged } from "./mails/password-changed";
import { shopApplied } from "./mails/shop-applied";
import { shopApproved } from "./mails/shop-approved";
import { shopRefused } from "./mails/shop-refused";
import { shopReopened } from "./mails/shop-reopened";
import { shopSuspended } from "./mails/shop-suspended";
import { uploadFinished } from "./mails/upload-finished";
import { welcome } from "./mails/welcome";
import { type Notice, voiceOf } from "./notice";
import { contactOf, personOf, shopOf, uploadOf } from "./people";

/** A message with its address, written out when it is clear how it is sent. */
export type Message = { to: Identifier; mail: () => Promise<Letter>; sms: () => string };

/** Writes one message of an event when it is due, from what is known by then; null when there is nobody to tell. */
type Compose<N extends EventName> = (payload: EventPayload<N>, at: Date) => Promise<Message | null>;

function message<D>(to: Identifier, locale: string | null, notice: Notice<D>, data: D): Message {
  const voice = voiceOf(spokenLocale(locale ?? undefined));
  return { to, mail: () => notice.mail(data, voice), sms: () => notice.sms(data, voice) };
}

async function toPerson<D>(userId: number, notice: Notice<D>, data: (name: string) => D): Promise<Message | null> {
  const person = await personOf(userId);
  const to = person && contactOf(person);
  return to && message(to, person.locale, notice, data(person.name));
}

/** To the address that was changed to, as long as it is still the account's. */
const toNewContact: Compose<"account.contactChanged"> = async ({ userId, channel, now }, at) => {
  const person = await personOf(userId);
  if (!person || (channel === "email" ? person.email : person.phone) !== now) return null;
  return message({ channel, address: now }, person.locale, contactChanged, { name: person.name, at });
};

/**
 * To the address that was changed from, even when the account is gone by now: whoever took it over must not be able to
 * hide that by deleting it. Where there was none of its kind, to the other one that the account has.
 */
const toOldContact: Compose<"account.contactChanged"> = async ({ userId, channel, was, now }, at) => {
  const person = await personOf(userId);
  const left = { name: person?.name ?? "", now: masked({ channel, address: now }), at };
  const other = channel === "email" ? person?.phone : person?.email;
  if (was !== null) {
    const data = { ...left, change: "replaced" as const, help: !!other };
    return message({ channel, address: was }, person?.locale ?? null, contactLeft, data);
  }
  if (!other || !person) return null;
  const to: Identifier = { channel: channel === "email" ? "sms" : "email", address: other };
  return message(to, person.locale, contactLeft, { ...left, change: "added" as const, help: true });
};

/** To the address that was taken out, whatever became of the account since. */
const toRemovedContact: Compose<"account.contactRemoved"> = async ({ userId, channel, was }, at) => {
  const person = await personOf(userId);
  const help = !!(channel === "email" ? person?.phone : person?.email);
  const data = { name: person?.name ?? "", change: "removed" as const, now: null, at, help };
  return message({ channel, address: was }, person?.locale ?? null, contactLeft, data);
};

/** What staff decided, as long as the shop stands there: an owner hears of what holds, with the reason that holds. */
const toOwner: Compose<"retailer.decided"> = async ({ retailerId, userId, decision }) => {
  const shop = await shopOf(retailerId);
  if (!shop) return null;
  const { name: called, status, reason } = shop;
  if (decision === "refuse" && status === "refused")
    return toPerson(userId, shopRefused, (name) => ({ name, shop: called, reason }));
  if (decision === "suspend" && status === "suspended")
    return toPerson(userId, shopSuspended, (name) => ({ name, shop: called, reason }));
  if (!seenStatuses.some((seen) => seen === status)) return null;
  const notice = decision === "approve" ? shopApproved : decision === "reopen" ? shopReopened : null;
  return notice ? toPerson(userId, notice, (name) => ({ name, shop: called })) : null;
};

/** The messages of each event, by a name that is theirs for good: it is part of the key that they are sent once by. */
const messages: { readonly [N in EventName]?: Readonly<Record<string, Compose<N>>> } = {
  "account.created": {
    person: ({ userId }) => toPerson(userId, welcome, (name) => ({ name })),
  },
  "account.newDevice": {
    person: ({ userId, userAgent, network }, at) =>
      toPerson(userId, newDevice, (name) => ({ name, userAgent, network, at })),
  },
  "account.passwordChanged": {
    person: ({ userId, by }, at) => toPerson(userId, passwordChanged, (name) => ({ name, by, at })),
  },
  "account.contactChanged": { now: toNewContact, was: toOldContact },
  "account.contactRemoved": { was: toRemovedContact },
  "account.deleted": {
    // Once it was sent, the event has forgotten the address.
    person: async ({ name, channel, to, locale }) =>
      to ? message({ channel, address: to }, locale, accountDeleted, { name }) : null,
  },
  "retailer.decided": { owner: toOwner },
  "retailer.applied": {
    person: async ({ retailerId, userId }) => {
      const shop = await shopOf(retailerId);
      if (shop?.status !== "pending") return null;
      return toPerson(userId, shopApplied, (name) => ({ name, shop: shop.name }));
    },
  },
  "upload.finished": {
    person: async ({ uploadId, userId, end }) => {
      const found = await uploadOf(uploadId);
      const counts =
        end === "done"
          ? found?.tally && { kind: end, ...found.tally }
          : found?.undone && { kind: end, ...found.undone };
      if (!found || !counts) return null;
      const { file, shop } = found;
      return toPerson(userId, uploadFinished, (name) => ({ name, upload: uploadId, file, shop, end: counts }));
    },
  },
};

/** A message's place among those of its event, as the queue keeps it: no address and no word of it. */
export type Due = { event: number; part: string };

/** One key for each message: it is one job, and one message at whichever service sends it. */
export const keyOf = ({ event, part }: Due): string => `event:${event}:${part}`;

/** How one message of an event is written. */
export const composerOf = (name: string, part: string) =>
  messages[name as EventName]?.[part] as Compose<EventName> | undefined;

/**
 * Queues a job for each message of an event, so that one that fails is tried again without the others. The last try is
 * within a day of the first: for as long Resend knows a key again.
 */
export async function queueMessages(name: EventName, event: number): Promise<void> {
  const due = Object.keys(messages[name] ?? {}).map((part): Due => ({ event, part }));
  const jobs = due.map((payload) => ({ key: keyOf(payload), payload }));
  await enqueue(pool("worker"), "deliver", jobs, { queue: "deliveries", attempts: 12 });
}
