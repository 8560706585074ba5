import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";
import { daysIn, longestSpan, presets } from "./rules/periods";

const day = z.iso.date();

const span = {
  period: z.enum(presets).default("30d"),
  /** With `to`, instead of a period. */
  from: day.optional(),
  to: day.optional(),
  /** A shop's handle. */
  retailer: z.string().trim().max(80).optional(),
};

type Asked = { from?: string | undefined; to?: string | undefined };

function inOrder({ from, to }: Asked, context: z.RefinementCtx): void {
  const wrong = (field: string, message: string, params = {}) =>
    context.addIssue({ code: "custom", path: [field], message, params });
  if (from === undefined && to === undefined) return;
  if (from === undefined) wrong("from", "fields.required");
  else if (to === undefined) wrong("to", "fields.required");
  else if (to < from) wrong("to", "fields.days_order");
  else if (daysIn({ from, to }) > longestSpan) wrong("to", "fields.days_many", { maximum: longestSpan });
}

/** A category by its path; its figures are those of what stands below it as well. */
const category = z.string().trim().max(400).optional();

export const dashboardInput = z.object({ ...span, category }).superRefine(inOrder);
export const catalogFiguresInput = z.object(span).superRefine(inOrder);

/** What became of orders: those that count, those that do not any more, or all that were placed. */
export const soldStates = ["counts", "undone", "placed"] as const;

export const soldOrdersInput = z
  .object({ ...span, ...keysetInput, state: z.enum(soldStates).default("counts") })
  .superRefine(inOrder);

export const soldProductsInput = z.object({ ...span, ...keysetInput, category }).superRefine(inOrder);
export const soldLinesInput = z.object({ ...span, ...keysetInput, product: z.int().positive() }).superRefine(inOrder);
export const soldDaysInput = z.object({ ...span, ...keysetInput }).superRefine(inOrder);
