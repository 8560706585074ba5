import { buttonClass } from "@/components/ui/button";
import type { Say } from "@/lib/platform/messages";

type Props = {
  say: Say;
  /** The list's address. */
  action: string;
  /** Its query without the position. */
  query: Readonly<Record<string, string | undefined>>;
  /** The position that is shown, and that of the page after it. */
  after?: string | undefined;
  next: string | null;
};

/** The list's address with these names in its query; empty ones are left out. */
export function withQuery(action: string, query: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(entries).toString();
  return text ? `${action}?${text}` : action;
}

/** The way on through a keyset-paged list, and back to its beginning. */
export function Pager({ say, action, query, after, next }: Props) {
  if (!after && !next) return null;
  return (
    <nav aria-label={say("admin.pages")} className="flex flex-wrap gap-3">
      {after && (
        <a href={withQuery(action, query)} className={buttonClass({ look: "quiet" })}>
          {say("admin.first")}
        </a>
      )}
      {next && (
        <a href={withQuery(action, { ...query, after: next })} className={buttonClass({ look: "secondary" })}>
          {say("admin.more")}
        </a>
      )}
    </nav>
  );
}
