import { Badge } from "@/components/ui/badge";
import { isBusy, type UploadStatus } from "@/lib/catalog/uploads/rules";
import type { Say } from "@/lib/platform/messages";

const toneOf = (status: UploadStatus) => {
  if (status === "done") return "good";
  if (status === "refused" || status === "failed") return "bad";
  return isBusy(status) || status === "undone" ? "plain" : "warn";
};

/** Where an upload stands, in a word. */
export const UploadBadge = ({ status, say }: { status: UploadStatus; say: Say }) => (
  <Badge tone={toneOf(status)}>{say(`admin.uploads.statuses.${status}`)}</Badge>
);
