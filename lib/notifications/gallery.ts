import { codeMail, codeSamples, codeSms } from "@/lib/accounts/mails/code-mail";
import type { Letter } from "@/lib/platform/mail/letter";
import { translator } from "@/lib/platform/messages";
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

/** One example of one message. */
type Specimen = { id: string; mail: (locale: string) => Promise<Letter>; sms: (locale: string) => string };

const specimensOf = <D>({ mail, sms, samples }: Notice<D>): Specimen[] =>
  Object.entries(samples).map(([id, data]) => ({
    id,
    mail: (locale) => mail(data, voiceOf(locale)),
    sms: (locale) => sms(data, voiceOf(locale)),
  }));

const codes: Specimen[] = Object.entries(codeSamples).map(([id, given]) => ({
  id,
  mail: (locale) => codeMail({ ...given, locale }),
  sms: (locale) => codeSms(given, translator(locale)),
}));

/** Every message about what happened. */
export const notices = [
  welcome,
  newDevice,
  passwordChanged,
  contactChanged,
  contactLeft,
  accountDeleted,
  shopApplied,
  shopApproved,
  shopRefused,
  shopSuspended,
  shopReopened,
  uploadFinished,
] as const;

/** Every message that leaves the house, by example: what `/dev/mails` shows and what the tests of all of them read. */
export const specimens: readonly Specimen[] = [
  ...codes,
  ...notices.flatMap((notice) => specimensOf(notice as Notice<unknown>)),
];
