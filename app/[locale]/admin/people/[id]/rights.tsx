import { operations } from "@/app/api/operations";
import type { PersonView } from "@/lib/accounts/people/views";
import type { Say } from "@/lib/platform/messages";
import { nobody, type StaffRole } from "@/lib/web/actor";
import { may, type Operation } from "@/lib/web/operation";

const all: readonly Operation[] = Object.values(operations);

/** What roles and shops add to what everybody with an account may do, as the operations themselves say it, by noun. */
function addedBy({ roles, shops }: Pick<PersonView, "roles" | "shops">): [noun: string, summaries: string[]][] {
  const shopper = { ...nobody, userId: 0 };
  const person = {
    ...shopper,
    roles: roles as StaffRole[],
    shops: shops.map(({ id }) => id),
    owns: shops.filter(({ role }) => role === "owner").map(({ id }) => id),
  };
  const nouns = new Map<string, string[]>();
  for (const operation of all.filter((each) => may(person, each) && !may(shopper, each))) {
    const noun = operation.name.split(".").slice(0, -1).join(" ");
    nouns.set(noun, [...(nouns.get(noun) ?? []), operation.summary]);
  }
  return [...nouns].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What somebody may do beside what every shopper may. The sentences are the API's own, in its language. */
export function Rights({ person, say }: { person: PersonView; say: Say }) {
  const nouns = addedBy(person);
  const count = nouns.reduce((sum, [, summaries]) => sum + summaries.length, 0);
  if (!count) return null;
  return (
    <details className="max-w-3xl border border-line bg-surface">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">
        {say("admin.people.may_title")}
        <span className="block text-sm font-normal text-ink-soft">{say("admin.people.may_count", { count })}</span>
      </summary>
      <div lang="en" dir="ltr" className="stack-4 border-t border-line p-4 text-sm">
        {nouns.map(([noun, summaries]) => (
          <div key={noun}>
            <h3 className="font-semibold">{noun}</h3>
            <ul className="list-disc ps-5">
              {summaries.map((summary) => (
                <li key={summary}>{summary}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
