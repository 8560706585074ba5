import type { Metadata } from "next";
import { LocalTime } from "@/components/orders/local-time";
import { ProfileFrame } from "@/components/profile/frame";
import { ProfileForm } from "@/components/profile/profile-form";
import { Badge } from "@/components/ui/badge";
import { endSession, endSessions } from "@/lib/auth/profile/actions";
import { listSessions } from "@/lib/auth/profile/sessions";
import { translator } from "@/lib/platform/messages";
import { profilePage } from "../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/sessions">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.views.sessions") };
}

/** `203.0.113.…` for the network `203.0.113.0/24`: the notation is for machines. */
const placeOf = (network: string) => network.replace(/\.0\/24$/, ".…").replace(/::\/48$/, ":…");

export default async function SessionsPage(props: Props) {
  const { locale, say, path, context, words, frame } = await profilePage(props);
  const sessions = await listSessions.call(context, {});
  const [here, others] = [sessions.filter(({ current }) => current), sessions.filter(({ current }) => !current)];
  return (
    <ProfileFrame
      {...frame}
      view="sessions"
      title={say("profile.sessions.title")}
      below={<p>{say("profile.sessions.lead")}</p>}
    >
      <ul className="divide-y divide-line border-y border-line">
        {[...here, ...others].map(({ id, device, network, createdAt, lastSeenAt, current }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                <span>{device}</span>
                {current && <Badge tone="good">{say("profile.sessions.current")}</Badge>}
              </p>
              <p className="text-sm text-ink-soft">
                {say("profile.sessions.seen")} <LocalTime at={lastSeenAt} timezone="UTC" locale={locale} />
              </p>
              <p className="text-sm text-ink-soft">
                {say("profile.sessions.since")} <LocalTime at={createdAt} timezone="UTC" locale={locale} />
              </p>
              {network && (
                <p className="text-sm text-ink-soft">
                  {say("profile.sessions.network")} <bdi dir="ltr">{placeOf(network)}</bdi>
                </p>
              )}
            </div>
            {!current && (
              <ProfileForm
                door={{
                  id: `end-${id}`,
                  action: endSession,
                  method: "DELETE",
                  api: `/api/profile/sessions/${id}`,
                  next: path("/profile/sessions?done=session_ended"),
                }}
                locale={locale}
                hidden={{ id }}
                look="quiet"
                words={words(say("profile.sessions.end"), device)}
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ProfileForm
          door={{
            id: "end-others",
            action: endSessions,
            method: "DELETE",
            api: "/api/profile/sessions/others",
            next: path("/profile/sessions?done=sessions_ended"),
          }}
          locale={locale}
          look="secondary"
          words={words(say("profile.sessions.end_others"))}
        />
      ) : (
        <p className="text-ink-soft">{say("profile.sessions.alone")}</p>
      )}
    </ProfileFrame>
  );
}
