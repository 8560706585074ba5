import { AdminForm } from "@/components/admin/admin-form";
import { LocalTime } from "@/components/orders/local-time";
import { endAll, endOne } from "@/lib/accounts/people/actions";
import type { PersonSessionView } from "@/lib/accounts/people/views";
import type { Say } from "@/lib/platform/messages";

type Props = {
  sessions: readonly PersonSessionView[];
  /** Whether who looks may end them. */
  ends: boolean;
  /** The person's id and page. */
  id: string;
  here: string;
  locale: string;
  say: Say;
  words: (button: string, of?: string) => { problem: string; pending: string; button: string; of?: string };
};

/** Where somebody is signed in, each to be ended by who may. */
export function Sessions({ sessions, ends, id, here, locale, say, words }: Props) {
  if (!sessions.length) return <p className="text-ink-soft">{say("admin.people.no_sessions")}</p>;
  return (
    <div className="stack-4">
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ id: session, device, network, createdAt, lastSeenAt }) => (
          <li key={session} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <div className="min-w-0 text-sm">
              <p className="text-base font-semibold">{device}</p>
              <p className="text-ink-soft">
                {say("admin.people.last_used")} <LocalTime at={lastSeenAt} timezone="UTC" locale={locale} />
                {network && (
                  <>
                    {" "}
                    {say("admin.people.from")} <bdi>{network}</bdi>
                  </>
                )}
                {" · "}
                {say("admin.people.since")} <LocalTime at={createdAt} timezone="UTC" locale={locale} />
              </p>
            </div>
            {ends && (
              <AdminForm
                action={endOne}
                locale={locale}
                next={`${here}?done=session_ended`}
                hidden={{ id, session }}
                look="quiet"
                words={words(say("admin.people.end"), device)}
              />
            )}
          </li>
        ))}
      </ul>
      {ends && (
        <AdminForm
          action={endAll}
          locale={locale}
          next={`${here}?done=person_signed_out`}
          hidden={{ id }}
          look="secondary"
          words={words(say("admin.people.end_all"))}
        />
      )}
    </div>
  );
}
