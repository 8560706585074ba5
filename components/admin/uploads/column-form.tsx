import { AdminForm } from "@/components/admin/admin-form";
import { saveUploadChoice } from "@/lib/catalog/uploads/actions";
import { uploadFields } from "@/lib/catalog/uploads/rules";
import type { UploadColumnsView } from "@/lib/catalog/uploads/views";
import type { Say } from "@/lib/platform/messages";
import { ColumnSelect } from "./column-select";

type Props = {
  id: number;
  asked: UploadColumnsView;
  locale: string;
  next: string;
  say: Say;
  words: { problem: string; button: string; pending: string };
};

/** A column's name in a spreadsheet: A, B, … AA. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

/** Every column of a file with what stands in it, and a choice of what it means. */
export function ColumnForm({ id, asked: { sheet, headerRow, columns }, locale, next, say, words }: Props) {
  const options = [
    { value: "", label: say("admin.uploads.leave_out") },
    ...uploadFields.map((value) => ({ value, label: say(`admin.uploads.fields.${value}`) })),
  ];
  return (
    <AdminForm
      action={saveUploadChoice}
      locale={locale}
      next={next}
      hidden={{ id: String(id), sheet: String(sheet), headerRow: String(headerRow) }}
      className="gap-5"
      words={words}
    >
      <ol className="grid">
        {columns.map(({ name, samples, field }, index) => {
          const letter = say("admin.uploads.column", { name: letters(index) });
          const label = `upload-column-${index}`;
          return (
            <li
              key={index}
              className="grid gap-2 border-b border-line py-3 sm:grid-cols-[1fr_1.4fr_1fr] sm:items-center"
            >
              <label htmlFor={label} className="min-w-0">
                <span className="font-semibold">{name ? <bdi className="break-words">{name}</bdi> : letter}</span>
                {name && <span className="block text-sm text-ink-soft">{letter}</span>}
              </label>
              <p id={`${label}-samples`} className="min-w-0 text-sm text-ink-soft">
                {samples.length
                  ? samples.map((sample, at) => (
                      <span key={at} className="block truncate">
                        <bdi>{sample}</bdi>
                      </span>
                    ))
                  : say("admin.uploads.no_samples")}
              </p>
              <ColumnSelect id={label} describedBy={`${label}-samples`} first={field ?? ""} options={options} />
            </li>
          );
        })}
      </ol>
    </AdminForm>
  );
}
