import { type Column, DataTable } from "@/components/admin/data-table";
import { Pager } from "@/components/admin/pager";
import { Badge } from "@/components/ui/badge";
import { type RowOutcome, rowOutcomes } from "@/lib/catalog/uploads/rules";
import type { UploadRowView, UploadView } from "@/lib/catalog/uploads/views";
import type { Say } from "@/lib/platform/messages";
import { Tally } from "./tally";

type Props = {
  upload: UploadView;
  rows: { items: UploadRowView[]; page: { next: string | null } };
  /** The outcome that the list is narrowed to. */
  outcome: RowOutcome | undefined;
  after: string | undefined;
  /** The upload's page. */
  page: string;
  locale: string;
  say: Say;
};

const tones = { created: "good", updated: "good", unchanged: "plain", failed: "bad" } as const;

/** How many rows end in each way, and the rows. */
export function UploadRows({ upload, rows: { items, page: position }, outcome, after, page, locale, say }: Props) {
  const ended = upload.finishedAt !== null;
  const counts = (ended ? upload.tally : upload.planned) ?? { created: 0, updated: 0, unchanged: 0, failed: 0 };
  const figures = new Intl.NumberFormat(locale);
  const title = say(ended ? "admin.uploads.done_title" : "admin.uploads.preview_title");
  const columns: Column<UploadRowView>[] = [
    { key: "row", head: say("admin.uploads.row"), names: true, cell: ({ row }) => figures.format(row) },
    {
      key: "outcome",
      head: say("admin.uploads.outcome"),
      cell: ({ outcome: each, done }) => (
        <Badge tone={tones[each]}>{say(`admin.uploads.${done ? "outcomes" : "planned"}.${each}`)}</Badge>
      ),
    },
    {
      key: "product",
      head: say("admin.uploads.product"),
      cell: ({ product }) => (
        <bdi className="break-words">{product ? product.name || product.key : say("admin.none")}</bdi>
      ),
    },
    {
      key: "told",
      head: say("admin.uploads.told"),
      cell: ({ message, note }) => (
        <span dir="auto" className="block break-words">
          {[message, note].filter(Boolean).join(" ")}
        </span>
      ),
    },
  ];
  return (
    <section className="stack-4" aria-labelledby="upload-rows">
      <h2 id="upload-rows" className="text-lg font-semibold">
        {title}
      </h2>
      <Tally
        label={title}
        action={page}
        field="outcome"
        chosen={outcome}
        locale={locale}
        counts={rowOutcomes.map((value) => ({
          value,
          count: counts[value],
          label: say(`admin.uploads.${ended ? "ends" : "plans"}.${value}`),
          bad: value === "failed",
        }))}
      />
      {items.length ? (
        <DataTable caption={say("admin.uploads.rows_of")} columns={columns} rows={items} rowKey={({ row }) => row} />
      ) : (
        <p className="text-ink-soft">{say("admin.uploads.no_rows")}</p>
      )}
      <Pager say={say} action={page} query={{ outcome }} after={after} next={position.next} />
    </section>
  );
}
