import { AdminForm } from "@/components/admin/admin-form";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { saveUploadChoice, startUpload, takeBackUpload } from "@/lib/catalog/uploads/actions";
import { isBusy, mayUndo } from "@/lib/catalog/uploads/rules";
import type { UploadChangeView, UploadView } from "@/lib/catalog/uploads/views";
import type { Say } from "@/lib/platform/messages";
import { LiveProgress } from "./live-progress";
import { UndoReport } from "./undo-report";

type Props = {
  upload: UploadView;
  /** Products that could not be taken back whole. */
  kept: readonly UploadChangeView[];
  /** Whether this person may change anything. */
  changes: boolean;
  /** The upload's page. */
  page: string;
  locale: string;
  say: Say;
  words: (button: string, of?: string) => { problem: string; button: string; pending: string };
};

/** What there is to be known and done as an upload stands. */
export function UploadState(props: Props) {
  const { upload, kept, changes, page, locale, say, words } = props;
  const { id, status, problem, fileName } = upload;
  const hidden = { id: String(id) };
  if (isBusy(status)) {
    const products = Object.values(upload.undone ?? {}).reduce((sum, count) => sum + count, 0);
    const title = say(`admin.uploads.${status as "reading" | "running" | "undoing"}`);
    const progress = say("admin.uploads.progress", { done: "{done}", all: "{all}" });
    return (
      <LiveProgress
        source={`/api/products/bulk-upload/${id}`}
        page={page}
        status={status}
        done={status === "undoing" ? products : upload.rowsDone}
        all={status === "running" ? upload.rows : 0}
        words={{ title, progress, refresh: say("admin.uploads.refresh") }}
        locale={locale}
      />
    );
  }
  const ended = status === "refused" || status === "failed";
  return (
    <>
      {problem && (
        <Notice
          tone={ended ? "bad" : "warn"}
          title={say(ended ? `admin.uploads.${status}_title` : "admin.uploads.note_title")}
        >
          <p dir="auto">{problem.message}</p>
        </Notice>
      )}
      {status === "refused" && changes && (
        <p>
          <a href={page.replace(/\d+$/, "new")} className={buttonClass({})}>
            {say("admin.uploads.again")}
          </a>
        </p>
      )}
      {status === "mapping" && (
        <Notice tone="warn" title={say("admin.uploads.mapping_title")}>
          <p>{say("admin.uploads.mapping_lead")}</p>
          {changes && (
            <p className="mt-3">
              <a href={`${page}/columns`} className={buttonClass({})}>
                {say("admin.uploads.columns_link")}
              </a>
            </p>
          )}
        </Notice>
      )}
      {status === "ready" && changes && <ReadyForms {...props} />}
      {upload.hasResult && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <a href={`/api/products/bulk-upload/${id}/result`} className={buttonClass({ look: "secondary" })} download>
            {say("admin.uploads.result")}
          </a>
          <span className="text-sm text-ink-soft">{say("admin.uploads.result_hint")}</span>
        </p>
      )}
      {upload.undone && <UndoReport undone={upload.undone} kept={kept} locale={locale} say={say} />}
      {changes && mayUndo(status, upload.confirmedAt !== null) && (
        <section className="stack-2 max-w-xl border-t border-line pt-5">
          <h2 className="text-lg font-semibold">{say("admin.uploads.undo_title")}</h2>
          <p className="text-sm text-ink-soft">{say("admin.uploads.undo_hint")}</p>
          <AdminForm
            action={takeBackUpload}
            locale={locale}
            next={`${page}?done=upload_undoing`}
            hidden={hidden}
            look="secondary"
            words={words(say("admin.uploads.undo"), fileName)}
          />
        </section>
      )}
    </>
  );
}

function ReadyForms({ upload, page, locale, say, words }: Props) {
  const hidden = { id: String(upload.id) };
  const { created = 0, updated = 0 } = upload.planned ?? {};
  const count = created + updated;
  const choice = (value: "leave" | "clear") => ({
    value,
    label: say(`admin.uploads.empty_${value}`),
    note: say(`admin.uploads.empty_${value}_note`),
  });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <section className="stack-3">
        {count > 0 ? (
          <>
            <AdminForm
              action={startUpload}
              locale={locale}
              next={`${page}?done=upload_confirmed`}
              hidden={hidden}
              words={words(say("admin.uploads.confirm", { count }))}
            />
            <p className="text-sm text-ink-soft">{say("admin.uploads.confirm_hint")}</p>
          </>
        ) : (
          <Notice>{say("admin.uploads.nothing_to_write")}</Notice>
        )}
        <p>
          <a href={`${page}/columns`} className={buttonClass({ look: "quiet" })}>
            {say("admin.uploads.columns_link")}
          </a>
        </p>
      </section>
      <details className="max-w-xl border border-line bg-surface px-4 py-2">
        <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
          {say("admin.uploads.empty_cells", { what: say(`admin.uploads.empty_${upload.emptyCells}`) })}
        </summary>
        <AdminForm
          action={saveUploadChoice}
          locale={locale}
          next={`${page}?done=upload_reading`}
          hidden={hidden}
          fields={[
            {
              kind: "radio",
              name: "emptyCells",
              label: say("admin.uploads.facts.empty"),
              value: upload.emptyCells,
              options: [choice("leave"), choice("clear")],
            },
          ]}
          look="secondary"
          words={words(say("admin.uploads.read_again"))}
        />
      </details>
    </div>
  );
}
