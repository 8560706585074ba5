import { AdminForm } from "@/components/admin/admin-form";
import { Badge } from "@/components/ui/badge";
import type { PersonView } from "@/lib/accounts/people/views";
import type { Say } from "@/lib/platform/messages";
import { dropMember, saveMember } from "@/lib/retailers/members/actions";

type Props = {
  person: PersonView;
  /** Whether who looks may change where somebody works. */
  changes: boolean;
  path: (to: string) => string;
  here: string;
  locale: string;
  say: Say;
  words: (button: string, of?: string) => { problem: string; pending: string; button: string; of?: string };
};

/** The shops that somebody works for; who may adds to them and removes from them. */
export function Shops({ person, changes, path, here, locale, say, words }: Props) {
  const id = String(person.id);
  return (
    <div className="stack-4">
      {person.shops.length ? (
        <ul className="divide-y divide-line border-y border-line">
          {person.shops.map(({ handle, name, role }) => (
            <li key={handle} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
              <span className="flex min-w-0 flex-wrap items-center gap-3">
                <a
                  href={path(`/retailers/${handle}`)}
                  className="inline-flex min-h-11 items-center font-semibold text-tile underline"
                >
                  <bdi>{name}</bdi>
                </a>
                <Badge>{say(`admin.people.${role}`)}</Badge>
              </span>
              {changes && (
                <AdminForm
                  action={dropMember}
                  locale={locale}
                  next={`${here}?done=member_removed`}
                  hidden={{ id, retailer: handle }}
                  look="quiet"
                  words={words(say("admin.remove"), name)}
                />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{say("admin.people.no_shops")}</p>
      )}
      {changes && (
        <AdminForm
          action={saveMember}
          locale={locale}
          next={`${here}?done=member_saved`}
          hidden={{ id }}
          look="secondary"
          fields={[
            {
              kind: "text",
              name: "retailer",
              label: say("admin.people.shop"),
              hint: say("admin.people.shop_hint"),
              dir: "ltr",
              required: true,
            },
            {
              kind: "select",
              name: "role",
              label: say("admin.people.shop_role"),
              value: "staff",
              options: (["staff", "owner"] as const).map((value) => ({ value, label: say(`admin.people.${value}`) })),
            },
          ]}
          words={words(say("admin.people.shop_add"))}
        />
      )}
    </div>
  );
}
