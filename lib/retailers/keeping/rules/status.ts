export const retailerStatuses = ["pending", "active", "paused", "suspended", "refused"] as const;
export type RetailerStatus = (typeof retailerStatuses)[number];

const ofStaff = ["approve", "refuse", "suspend", "reopen"] as const;
/** What is done to a shop: by the market's staff, and by whoever owns it. */
export const decisions = [...ofStaff, "pause", "resume", "apply"] as const;
export type Decision = (typeof decisions)[number];
type OfStaff = (typeof ofStaff)[number];

type Step = { from: readonly RetailerStatus[]; to: RetailerStatus; by: "staff" | "owner"; reason: boolean };

/** A trigger in the database lets an owner do no more than this. */
const steps: Record<Decision, Step> = {
  approve: { from: ["pending", "refused"], to: "active", by: "staff", reason: false },
  refuse: { from: ["pending"], to: "refused", by: "staff", reason: true },
  suspend: { from: ["active", "paused"], to: "suspended", by: "staff", reason: true },
  reopen: { from: ["suspended"], to: "active", by: "staff", reason: false },
  pause: { from: ["active"], to: "paused", by: "owner", reason: false },
  resume: { from: ["paused"], to: "active", by: "owner", reason: false },
  /** Once more, after a refusal. */
  apply: { from: ["refused"], to: "pending", by: "owner", reason: false },
};

/** Whether the owners hear of it from the market. */
export const isOfStaff = (decision: Decision): decision is OfStaff => ofStaff.some((each) => each === decision);

export const stepOf = (decision: Decision): Step => steps[decision];

/** What may be done to a shop of this status by its owner, or by staff. */
export const decisionsFor = (status: string, by: Step["by"]): Decision[] =>
  decisions.filter((each) => steps[each].by === by && steps[each].from.some((from) => from === status));
