import { type Column, DataTable } from "@/components/admin/data-table";
import type { UploadChangeView, UploadView } from "@/lib/catalog/uploads/views";
import type { Say } from "@/lib/platform/messages";

type Props = {
  undone: NonNullable<UploadView["undone"]>;
  kept: readonly UploadChangeView[];
  locale: string;
  say: Say;
};

/** What undoing an upload did to its products, and what it could not do and why. */
export function UndoReport({ undone, kept, locale, say }: Props) {
  const figures = new Intl.NumberFormat(locale);
  const columns: Column<UploadChangeView>[] = [
    { key: "name", head: say("admin.uploads.product"), names: true, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "reasons",
      head: say("admin.uploads.reasons"),
      cell: ({ reasons }) => (
        <ul>
          {reasons.map((reason) => (
            <li key={reason} dir="auto">
              {reason}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <section className="stack-3" aria-labelledby="undo-report">
      <h2 id="undo-report" className="text-lg font-semibold">
        {say("admin.uploads.undo_done")}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {(["removed", "restored", "kept"] as const).map((way) => (
          <div key={way} className="flex items-baseline gap-2">
            <dt className="text-ink-soft">{say(`admin.uploads.undone.${way}`)}</dt>
            <dd className="font-semibold tabular-nums">{figures.format(undone[way])}</dd>
          </div>
        ))}
      </dl>
      {kept.length > 0 && (
        <>
          <h3 className="font-semibold">{say("admin.uploads.undo_kept")}</h3>
          <DataTable
            caption={say("admin.uploads.undo_kept")}
            columns={columns}
            rows={kept}
            rowKey={({ productId }) => productId}
          />
        </>
      )}
    </section>
  );
}
