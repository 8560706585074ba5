import { Badge } from "@/components/ui/badge";
import type { Say } from "@/lib/platform/messages";

/** Whether an account is open, closed by staff, or deleted by its owner. */
export function stateBadge({ active, deleted }: { active: boolean; deleted: boolean }, say: Say) {
  if (deleted) return <Badge tone="bad">{say("admin.people.deleted")}</Badge>;
  return <Badge tone={active ? "good" : "warn"}>{say(`admin.people.${active ? "active" : "inactive"}`)}</Badge>;
}
