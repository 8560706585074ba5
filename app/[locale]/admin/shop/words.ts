import type { Say } from "@/lib/platform/messages";
import { positionWords } from "../../position-words";

/** What every form of a shop's settings has in common. */
export const editWords = (say: Say) => ({
  title: say("errors.invalid"),
  save: say("admin.save"),
  saving: say("admin.saving"),
  both: say("admin.shop.both"),
  theirs: say("admin.shop.theirs"),
  was: say("admin.shop.was"),
  now: say("admin.shop.now"),
  yours: say("admin.shop.yours"),
  empty: say("admin.shop.empty"),
  keepHint: say("admin.shop.keep_hint"),
});

export const profileWords = (say: Say) => ({
  name: say("admin.shop.name"),
  tagline: say("admin.shop.tagline"),
  taglineHint: say("admin.shop.tagline_hint"),
  trade: say("admin.shop.trade"),
  tradeHint: say("admin.shop.trade_hint"),
  description: say("admin.shop.description"),
  descriptionHint: say("admin.shop.description_hint"),
  hue: say("admin.shop.hue"),
  hueHint: say("admin.shop.hue_hint"),
  hueOf: say("admin.shop.hue_of", { degrees: "{degrees}" }),
});

export const placeWords = (say: Say) => ({
  contact: say("admin.shop.contact"),
  contactHint: say("admin.shop.contact_hint"),
  email: say("admin.shop.email"),
  phone: say("admin.shop.phone"),
  country: say("admin.shop.country"),
  where: say("admin.shop.where"),
  map: say("admin.shop.map"),
  positionHint: say("admin.shop.position_hint"),
  ...positionWords(say),
});

/** @param currency named beside each amount */
export const deliveryWords = (say: Say, currency: string) => ({
  handover: say("admin.shop.handover"),
  stock: say("admin.shop.stock"),
  labels: {
    delivers: say("admin.shop.delivers"),
    picksUp: say("admin.shop.picks_up"),
    deliveryRadius: say("admin.shop.radius"),
    minimumOrder: `${say("admin.shop.minimum")} (${currency})`,
    deliveryFee: `${say("admin.shop.fee")} (${currency})`,
    freeAbove: `${say("admin.shop.free_above")} (${currency})`,
    preparation: say("admin.shop.preparation"),
    lowStock: say("admin.shop.low_stock"),
  },
  hints: {
    deliveryRadius: say("admin.shop.radius_hint"),
    minimumOrder: say("admin.shop.minimum_hint"),
    deliveryFee: say("admin.shop.fee_hint"),
    freeAbove: say("admin.shop.free_above_hint"),
    preparation: say("admin.shop.preparation_hint"),
    lowStock: say("admin.shop.low_stock_hint"),
  },
});

const shiftWords = (say: Say) => ({
  opensOf: say("admin.shop.opens_of", { day: "{day}", number: "{number}" }),
  closesOf: say("admin.shop.closes_of", { day: "{day}", number: "{number}" }),
  removeShiftOf: say("admin.shop.remove_shift_of", { day: "{day}", number: "{number}" }),
  remove: say("admin.remove"),
  saveHint: say("admin.shop.save_hint"),
});

export const hoursWords = (say: Say) => ({
  ...shiftWords(say),
  closed: say("admin.shop.closed"),
  addShift: say("admin.shop.add_shift"),
  addShiftOf: say("admin.shop.add_shift_of", { day: "{day}" }),
  copy: say("admin.shop.copy"),
  copyFrom: say("admin.shop.copy_from"),
  copyTo: say("admin.shop.copy_to"),
  copyButton: say("admin.shop.copy_button"),
});

export const daysWords = (say: Say) => ({
  ...shiftWords(say),
  day: say("admin.shop.day"),
  name: say("admin.shop.day_name"),
  nameHint: say("admin.shop.day_name_hint"),
  none: say("admin.shop.no_days"),
  closed: say("admin.shop.closed_all_day"),
  open: say("admin.shop.open_day"),
  openOf: say("admin.shop.open_day_of", { day: "{day}" }),
  removeDayOf: say("admin.shop.remove_day_of", { day: "{day}" }),
  newDay: say("admin.shop.new_day"),
  add: say("admin.shop.add_days"),
  addFrom: say("admin.shop.add_from"),
  addTo: say("admin.shop.add_to"),
  addToHint: say("admin.shop.add_to_hint"),
  addButton: say("admin.shop.add_button"),
});
