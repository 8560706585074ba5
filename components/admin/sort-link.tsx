import { withQuery } from "./pager";

type Props = {
  /** The list's address, and its query without order and position. */
  action: string;
  query: Readonly<Record<string, string | undefined>>;
  /** What this column sorts by, and what the list is sorted by now; with a hyphen from the other end. */
  by: string;
  now: string;
  children: string;
};

/** A column's heading that sorts the list by it, and the other way round when it is sorted so already. */
export function SortLink({ action, query, by, now, children }: Props) {
  const sorted = now.replace(/^-/, "") === by;
  const sort = now === by ? `-${by}` : by;
  return (
    <a
      href={withQuery(action, { ...query, sort })}
      className="inline-flex min-h-8 items-center gap-1 underline decoration-dotted underline-offset-4 hover:text-tile"
    >
      {children}
      {sorted && <span aria-hidden="true">{now === by ? "↑" : "↓"}</span>}
    </a>
  );
}

/** What `aria-sort` says of a column. */
export function sortedBy(by: string, now: string): { sorted?: "ascending" | "descending" } {
  if (now === by) return { sorted: "ascending" };
  return now === `-${by}` ? { sorted: "descending" } : {};
}
