import { eq } from "drizzle-orm";
import { retailers } from "@/db/schema";
import { emailAddress, phoneNumber } from "@/lib/accounts/contact-input";
import { AppError, invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { cleanHtml } from "@/lib/platform/text/clean-html";
import { operation } from "@/lib/web/operation";
import { postcodeOfShop } from "../../input";
import { editRetailerInput, type SettingsField, settingsNames } from "../input";
import { keptRetailer } from "../queries";
import { merge } from "../rules/merge";
import { type SettingsView, savedRetailerView } from "../views";
import { shopToChange, writes } from "./rights";

type Settings = Partial<SettingsView>;

/** What is stored when this is written: refuses what is wrong of several fields together, some of which were there before. */
function asWhole(stored: SettingsView, write: Settings, say: Say): Settings {
  const whole = { ...stored, ...write };
  if (!whole.delivers && !whole.picksUp) throw invalidField("picksUp", "hands_over", say("fields.hands_over"));
  if (write.country === undefined && write.postcode === undefined) return write;
  const { postcode, problem } = postcodeOfShop(whole);
  if (problem) throw invalidField("postcode", problem.code, say(problem.words, problem.params));
  return { ...write, postcode };
}

export const editRetailer = operation({
  ...writes,
  name: "retailers.keeping.edit",
  summary:
    "Changes what a shop says of itself, where it is and how it delivers. With `base`, what somebody else changed since is kept, and what both changed differently is refused with both.",
  http: { method: "PATCH", path: "/api/retailers/{id}", errors: ["not_found", "changed"] },
  message: "The shop is saved.",
  input: editRetailerInput.safeExtend({
    email: emailAddress.nullable().optional(),
    phone: phoneNumber.nullable().optional(),
  }),
  output: savedRetailerView,
  run: async (given) => {
    const { input, tx, context, record } = given;
    const { id, base, ...yours } = input;
    const { say } = context;
    const stored = await shopToChange(given, id);
    if (yours.description !== undefined) yours.description = cleanHtml(yours.description).html;
    const now = Object.fromEntries(settingsNames.map((name) => [name, stored[name]])) as SettingsView;
    const { write, conflicts, meanwhile } = merge<SettingsView[SettingsField]>({ ...now }, base, yours);
    if (conflicts.length) {
      const data = { conflicts, meanwhile, retailer: stored };
      throw new AppError("changed", say("admin.shop.changed_meanwhile"), { data });
    }
    const set = asWhole(now, write as Settings, say);
    if (Object.keys(set).length) {
      await tx
        .update(retailers)
        .set(set as Partial<typeof retailers.$inferInsert>)
        .where(eq(retailers.id, id));
      await record("retailer.changed", { retailerId: id });
    }
    return { retailer: (await keptRetailer(tx, id))!, meanwhile };
  },
});
