import { database } from "@/db/client";
import type { Say } from "@/lib/platform/messages";
import { largestId, maxLines, maxQuantity } from "./cookie";
import { type PricedLine, priceCart, problemView } from "./read";
import type { LineProblem } from "./rules";

/** A problem by its code with the numbers of now; null when they no longer make it one. */
function problemNow(code: string, line: PricedLine): LineProblem | null {
  const { stock, minQuantity, maxQuantity, paused } = line;
  if (paused) return { code: "paused" };
  if (stock < minQuantity) return { code: "out_of_stock", left: 0 };
  if (code === "too_many") return { code, left: stock };
  if (code === "below_minimum") return { code, minimum: minQuantity };
  return code === "above_maximum" && maxQuantity !== null ? { code, maximum: maxQuantity } : null;
}

/**
 * Why something was not added to the cart, for the page that a form without script leads to. Its address carries the
 * code and the variant alone: the numbers are those of now, and nobody can put words on the page. One round trip.
 * @param code of the refusal, as `addItem` gave it; any other text says no more than that nothing was added
 */
export async function whyRefused(code: string, variantId: number, say: Say): Promise<string> {
  if (code === "too_big") return say("cart.refused.it", { problem: say("fields.big", { maximum: maxQuantity }) });
  if (code === "full") return say("cart.refused.it", { problem: say("cart.full", { count: maxLines }) });
  const known = Number.isInteger(variantId) && variantId >= 1 && variantId <= largestId;
  const { baskets } = await priceCart(database("shop"), known ? [{ variantId, quantity: 1 }] : []);
  const line = baskets[0]?.lines[0];
  if (code === "not_found" && !line) return say("cart.refused.it", { problem: say("cart.problem.gone", { count: 0 }) });
  const problem = line && problemNow(code, line);
  if (!problem) return say("cart.refused.other");
  return say("cart.refused.named", { name: line.name, problem: problemView(problem, line, say).message });
}
