import type * as z from "zod";
import type { FieldError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";

type Issue = z.core.$ZodIssue;

/**
 * A schema may name words of the catalog (`fields.phone`) as its message, and what they leave open in `params`; everything
 * else is told by kind.
 */
function words(issue: Issue, say: Say): string {
  if (issue.message.startsWith("fields."))
    return say(issue.message, issue.code === "custom" ? issue.params : undefined);
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === "" ? say("fields.required") : say("fields.wrong");
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) <= 1
        ? say("fields.required")
        : say(issue.origin === "string" ? "fields.short" : "fields.small", { minimum: Number(issue.minimum) });
    case "too_big":
      return say(issue.origin === "string" ? "fields.long" : "fields.big", { maximum: Number(issue.maximum) });
    default:
      return say("fields.wrong");
  }
}

/** Clients tell refusals of our own apart by the code in their `params`. */
const codeOf = (issue: Issue): string =>
  issue.code === "custom" && typeof issue.params?.code === "string" ? issue.params.code : issue.code;

/** A refused schema as the envelope's errors: one for each field, the first that was found. */
export function fieldErrors(error: z.ZodError, say: Say): FieldError[] {
  const seen = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    if (!seen.has(field)) seen.set(field, { field, code: codeOf(issue), message: words(issue, say) });
  }
  return [...seen.values()];
}
