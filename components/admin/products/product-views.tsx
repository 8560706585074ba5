import { withQuery } from "@/components/admin/pager";
import { classNames } from "@/components/ui/class-names";
import type { Say } from "@/lib/platform/messages";

type Query = Readonly<Record<string, string | undefined>>;

const views: readonly { key: string; query: Query }[] = [
  { key: "all", query: {} },
  { key: "draft", query: { status: "draft" } },
  { key: "low", query: { stock: "low" } },
  { key: "out", query: { stock: "out" } },
  { key: "pictures", query: { pictures: "none" } },
  { key: "sold", query: { sort: "sold" } },
];

const same = (a: Query, b: Query) =>
  new URLSearchParams(a as Record<string, string>).toString() === withQuery("", b).slice(1);

/** Views of the list that are often wanted, each a link; any other is kept by its address as well. */
export function ProductViews({ say, action, query }: { say: Say; action: string; query: Query }) {
  return (
    <nav aria-label={say("admin.products.views.label")}>
      <ul className="flex flex-wrap gap-x-5">
        {views.map(({ key, query: asks }) => {
          const here = same(query, asks);
          return (
            <li key={key}>
              <a
                href={withQuery(action, asks)}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center border-b-4 font-semibold",
                  here ? "border-tile text-tile" : "border-transparent hover:text-tile",
                )}
              >
                {say(`admin.products.views.${key}`)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
