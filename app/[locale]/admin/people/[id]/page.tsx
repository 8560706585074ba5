import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminForm } from "@/components/admin/admin-form";
import { AdminFrame } from "@/components/admin/frame";
import { RevealForm } from "@/components/admin/people/reveal-form";
import { RoleChoices } from "@/components/admin/people/role-choices";
import { LocalTime } from "@/components/orders/local-time";
import { Badge } from "@/components/ui/badge";
import { TitledCard } from "@/components/ui/titled-card";
import { saveRoles, setActive, showContact } from "@/lib/accounts/people/actions";
import { listPersonSessions, readPerson } from "@/lib/accounts/people/operations/read";
import {
  endPersonSessions,
  revealPerson,
  setPersonActive,
  setPersonRoles,
} from "@/lib/accounts/people/operations/write";
import { translator } from "@/lib/platform/messages";
import { setMember } from "@/lib/retailers/members/operations";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../admin-page";
import { roleOptions } from "../roles";
import { stateBadge } from "../state";
import { Rights } from "./rights";
import { Sessions } from "./sessions";
import { Shops } from "./shops";

export const instant = false;

type Props = PageProps<"/[locale]/admin/people/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.people") };
}

export default async function PersonPage(props: Props) {
  const { say, path, context, actor, words, frame, locale } = await adminPage(props, "people");
  const id = Number((await props.params).id);
  const [person, sessions] = await Promise.all([
    readPerson.call(context, { id }),
    listPersonSessions.call(context, { id }),
  ]);
  const here = path(`/admin/people/${id}`);
  const time = (at: string | null) =>
    at === null ? say("admin.people.never") : <LocalTime at={at} timezone="UTC" locale={locale} />;
  const shown = `${new Intl.NumberFormat(locale).format(Math.min(person.orders, 1000))}${person.orders > 1000 ? "+" : ""}`;
  const facts: [string, ReactNode][] = [
    [say("admin.people.state"), stateBadge(person, say)],
    [say("admin.people.email"), <bdi key="email">{person.email ?? say("admin.none")}</bdi>],
    [say("admin.people.phone"), <bdi key="phone">{person.phone ?? say("admin.none")}</bdi>],
    [say("admin.people.joined"), time(person.joinedAt)],
    [say("admin.people.seen"), time(person.lastSeenAt)],
    [say("admin.people.language"), <bdi key="locale">{person.locale ?? say("admin.none")}</bdi>],
    [say("admin.people.number"), String(id)],
    [
      say("admin.people.orders_title"),
      <a key="orders" href={path(`/admin/orders?person=${id}`)} className="text-tile underline">
        {say("admin.people.orders", { count: person.orders, shown })}
      </a>,
    ],
  ];
  return (
    <AdminFrame
      {...frame}
      title={person.name || say("admin.people.nameless")}
      back={{ href: path("/admin/people"), label: say("admin.sections.people") }}
      {...(actor.userId === id && { lead: say("admin.people.yourself") })}
    >
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="stack-5 min-w-0">
          <TitledCard title={say("admin.people.contact_title")} className="stack-4 p-5">
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
              {facts.map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-ink-soft">{name}</dt>
                  <dd className="min-w-0 break-words">{value}</dd>
                </div>
              ))}
            </dl>
            {may(actor, revealPerson) && person.masked && (
              <RevealForm
                action={showContact}
                locale={locale}
                id={id}
                words={{
                  problem: say("errors.invalid"),
                  pending: say("admin.saving"),
                  show: say("admin.people.show"),
                  hint: say("admin.people.show_hint"),
                  reason: say("admin.people.reason"),
                  reasonHint: say("admin.people.reason_hint"),
                  shown: say("admin.people.shown"),
                  email: say("admin.people.email"),
                  phone: say("admin.people.phone"),
                  none: say("admin.people.none"),
                }}
              />
            )}
          </TitledCard>
          <TitledCard title={say("admin.people.sessions_title")} className="stack-4 p-5">
            <p className="text-sm text-ink-soft">{say("admin.people.sessions_hint")}</p>
            <Sessions
              {...{ sessions, here, locale, say, words }}
              id={String(id)}
              ends={may(actor, endPersonSessions)}
            />
          </TitledCard>
          {may(actor, setPersonActive) && !person.deleted && (
            <TitledCard title={say("admin.people.state_title")} className="stack-4 p-5">
              <p className="text-sm text-ink-soft">
                {say(`admin.people.${person.active ? "close_hint" : "open_hint"}`)}
              </p>
              <AdminForm
                action={setActive}
                locale={locale}
                next={`${here}?done=${person.active ? "person_inactive" : "person_active"}`}
                hidden={{ id: String(id), active: String(!person.active) }}
                look="secondary"
                words={words(say(`admin.people.${person.active ? "close" : "open"}`))}
              />
            </TitledCard>
          )}
        </div>
        <div className="stack-5 min-w-0">
          <TitledCard title={say("admin.people.roles_title")} className="stack-4 p-5">
            {may(actor, setPersonRoles) && person.active ? (
              <AdminForm
                action={saveRoles}
                locale={locale}
                next={`${here}?done=roles_saved`}
                hidden={{ id: String(id) }}
                className="gap-4"
                words={words(say("admin.people.roles_save"))}
              >
                <RoleChoices
                  legend={say("admin.people.staff_roles")}
                  hint={say("admin.people.roles_hint")}
                  roles={roleOptions(say, person.roles)}
                />
              </AdminForm>
            ) : person.roles.length ? (
              <p className="flex flex-wrap gap-2">
                {person.roles.map((role) => (
                  <Badge key={role}>{say(`admin.people.roles.${role}`)}</Badge>
                ))}
              </p>
            ) : (
              <p className="text-ink-soft">
                {say(`admin.people.${person.shops.length ? "no_staff_role" : "no_roles"}`)}
              </p>
            )}
            <Rights person={person} say={say} />
          </TitledCard>
          <TitledCard title={say("admin.people.shops_title")} className="stack-4 p-5">
            <Shops {...{ person, path, here, locale, say, words }} changes={may(actor, setMember)} />
          </TitledCard>
        </div>
      </div>
    </AdminFrame>
  );
}
