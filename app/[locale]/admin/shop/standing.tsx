import { AdminForm } from "@/components/admin/admin-form";
import { Card } from "@/components/ui/card";
import type { Say } from "@/lib/platform/messages";
import { saveDecision } from "@/lib/retailers/keeping/actions";
import { type Decision, decisionsFor, stepOf } from "@/lib/retailers/keeping/rules/status";
import type { KeptRetailerView } from "@/lib/retailers/keeping/views";

export const statusTones = {
  pending: "warn",
  active: "good",
  paused: "plain",
  suspended: "bad",
  refused: "bad",
} as const;

type Props = {
  shop: KeptRetailerView;
  /** As whom the reader decides; null for those who only read. */
  by: "owner" | "staff" | null;
  here: string;
  locale: string;
  say: Say;
  words: (button: string, of?: string) => { problem: string; pending: string; button: string; of?: string };
};

/** What each decision says when it is done, below `admin.done`. */
const done: Record<Decision, string> = {
  approve: "shop_approved",
  refuse: "shop_refused",
  suspend: "shop_suspended",
  reopen: "shop_reopened",
  pause: "shop_paused",
  resume: "shop_resumed",
  apply: "shop_applied",
};

/** Why a shop stands where it does, and what whoever reads may do about it. */
export function Standing({ shop, by, here, locale, say, words }: Props) {
  const choices = by ? decisionsFor(shop.status, by) : [];
  const rooted = by === "staff" ? "admin.retailers" : "admin.shop";
  if (!choices.length && !shop.statusNote) return null;
  return (
    <div className="stack-4 max-w-2xl">
      {shop.statusNote && (
        <p className="border-s-4 border-warn bg-warn-soft px-4 py-3">
          <span className="block text-sm font-semibold">
            {say(shop.status === "pending" ? "admin.retailers.before" : "admin.shop.reason")}
          </span>
          <bdi>{shop.statusNote}</bdi>
        </p>
      )}
      {choices.map((decision) => {
        const { reason } = stepOf(decision);
        return (
          <Card key={decision} className="stack-3">
            <h2 className="text-lg font-semibold">
              {say(by === "staff" ? `${rooted}.${decision}` : `${rooted}.${decision}_title`)}
            </h2>
            <p className="text-ink-soft">{say(`${rooted}.${decision}_hint`)}</p>
            <AdminForm
              action={saveDecision}
              locale={locale}
              next={`${here}?done=${done[decision]}`}
              hidden={{ id: String(shop.id), decision, from: shop.status }}
              look={reason || decision === "pause" ? "secondary" : "primary"}
              fields={
                reason
                  ? [
                      {
                        kind: "area",
                        name: "reason",
                        label: say("admin.retailers.reason"),
                        hint: say("admin.retailers.reason_hint"),
                        dir: "auto",
                        required: true,
                      },
                    ]
                  : []
              }
              words={words(say(`${rooted}.${decision}`), shop.name)}
            />
          </Card>
        );
      })}
    </div>
  );
}
