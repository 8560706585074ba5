import { and, eq } from "drizzle-orm";
import { retailerMembers, retailers } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { operation } from "@/lib/web/operation";
import { decideRetailerInput } from "../input";
import { keptRetailer } from "../queries";
import { isOfStaff, stepOf } from "../rules/status";
import { keptRetailerView } from "../views";
import { keepsAll, shopToChange, writes } from "./rights";

export const decideRetailer = operation({
  ...writes,
  name: "retailers.keeping.decide",
  summary:
    "Moves a shop along: staff approve, refuse, suspend and reopen it, its owner pauses it, goes on, and applies again after a refusal.",
  http: { method: "PUT", path: "/api/retailers/{id}/status", errors: ["not_found", "conflict"] },
  message: "Saved.",
  input: decideRetailerInput,
  output: keptRetailerView,
  run: async (given) => {
    const { input, tx, actor, context, record } = given;
    const { id, decision, from, reason } = input;
    const { say } = context;
    const step = stepOf(decision);
    const shop = await shopToChange(given, id);
    // Staff who own a shop decide for it as its owner, too.
    const may = keepsAll(actor) ? step.by === "staff" || actor.owns.includes(id) : step.by === "owner";
    if (!may) throw new AppError("forbidden", say("errors.forbidden"));
    if (shop.status !== from || !step.from.includes(shop.status)) {
      const status = say(`admin.retailers.status.${shop.status}`);
      throw new AppError("conflict", say("admin.retailers.moved_on", { status }), { data: shop });
    }
    // The reason of a refusal stays with an application that comes again, for whoever decides on it.
    const note = step.by === "staff" ? { statusNote: step.reason ? reason : "" } : {};
    await tx
      .update(retailers)
      .set({ status: step.to, ...note })
      .where(eq(retailers.id, id));
    await record("retailer.changed", { retailerId: id });
    if (decision === "apply") await record("retailer.applied", { retailerId: id, userId: actor.userId! });
    if (isOfStaff(decision)) {
      const owners = await tx
        .select({ userId: retailerMembers.userId })
        .from(retailerMembers)
        .where(and(eq(retailerMembers.retailerId, id), eq(retailerMembers.role, "owner")));
      for (const { userId } of owners) await record("retailer.decided", { retailerId: id, userId, decision });
    }
    return (await keptRetailer(tx, id))!;
  },
});
