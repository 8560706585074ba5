import type { Say } from "@/lib/platform/messages";
import { positionWords } from "../position-words";

/** What the forms of these pages have in common. */
export const formWords = (say: Say) => ({
  title: say("errors.invalid"),
  pending: say("account.sending"),
});

export const codeWords = (say: Say) => ({
  ...formWords(say),
  label: say("account.code"),
  hint: say("account.code_hint"),
});

export const passwordWords = (say: Say) => ({
  show: say("account.show"),
  hide: say("account.hide"),
  showIt: say("account.show_password"),
  hideIt: say("account.hide_password"),
});

/** For somebody who is new here. */
export const personWords = (say: Say) => ({
  ...formWords(say),
  ...passwordWords(say),
  name: say("account.name"),
  email: say("account.email"),
  phone: say("account.phone"),
  phoneHint: say("account.phone_hint"),
  reach: say("account.reach"),
  reachHint: say("account.reach_hint"),
  password: say("account.password"),
  passwordHint: `${say("account.password_rules")} ${say("account.password_optional")}`,
  optional: say("checkout.optional"),
});

/** For a retailer, besides those about the person. */
export const shopWords = (say: Say) => ({
  ...personWords(say),
  you: say("apply.you"),
  shop: say("apply.shop"),
  shopName: say("apply.name"),
  trade: say("apply.trade"),
  tradeHint: say("apply.trade_hint"),
  contact: say("apply.contact"),
  contactHint: say("apply.contact_hint"),
  shopEmail: say("apply.email"),
  shopPhone: say("apply.phone"),
  place: say("apply.place"),
  country: say("checkout.country"),
  positionHint: say("apply.position_hint"),
  ...positionWords(say),
  button: say("apply.send"),
});
