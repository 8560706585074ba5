import type { Difference } from "@/lib/retailers/keeping/rules/merge";

export type MeetingWords = Record<"both" | "theirs" | "was" | "now" | "yours" | "empty" | "keepHint", string>;

type Props = {
  /** As the actions of a shop's settings give it. */
  data: unknown;
  words: MeetingWords;
  /** What each field is called. */
  called: Readonly<Record<string, string>>;
};

type Met = { conflicts: Difference<string>[]; meanwhile: Difference<string>[] };

/** What two people wrote into one form: as it was, as it is, and what the reader wrote. */
export function Meeting({ data, words, called }: Props) {
  const { conflicts = [], meanwhile = [] } = (data ?? {}) as Partial<Met>;
  const value = (text: string | null) => (
    <bdi className="break-words whitespace-pre-line">
      {text || <span className="text-ink-soft">{words.empty}</span>}
    </bdi>
  );
  const list = (title: string, items: Difference<string>[], mine: boolean) =>
    items.length > 0 && (
      <section className="stack-2">
        <h3 className="font-semibold">{title}</h3>
        <ul className="stack-3">
          {items.map(({ field, was, now, yours }) => (
            <li key={field}>
              <p className="font-semibold">{called[field] ?? field}</p>
              <dl className="grid grid-cols-[max-content_1fr] gap-x-3 text-sm">
                <dt className="text-ink-soft">{words.was}</dt>
                <dd>{value(was)}</dd>
                <dt className="text-ink-soft">{words.now}</dt>
                <dd>{value(now)}</dd>
                {mine && (
                  <>
                    <dt className="text-ink-soft">{words.yours}</dt>
                    <dd>{value(yours)}</dd>
                  </>
                )}
              </dl>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <div className="stack-4 border-s-4 border-warn bg-warn-soft px-4 py-3">
      {list(words.both, conflicts, true)}
      {conflicts.length > 0 && <p className="text-sm">{words.keepHint}</p>}
      {list(words.theirs, meanwhile, false)}
    </div>
  );
}
