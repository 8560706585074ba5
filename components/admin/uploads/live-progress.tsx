"use client";
import { useEffect, useState } from "react";

type Props = {
  /** The upload's own address in the API. */
  source: string;
  /** The page itself. */
  page: string;
  status: string;
  done: number;
  all: number;
  words: { title: string; progress: string; refresh: string };
  locale: string;
};

type Told = { status: string; rows: number; rowsDone: number; undone: Record<string, number> | null };

/** What was worked on so far: the rows, or while it is undone the products. */
const doneIn = ({ status, rowsDone, undone }: Told): number =>
  status === "undoing" ? Object.values(undone ?? {}).reduce((sum, count) => sum + count, 0) : rowsDone;

/**
 * How far an upload is. With script it asks again and again, and shows the page anew when the upload has come to an end;
 * without, a link does.
 */
export function LiveProgress({ source, page, status, done: first, all, words, locale }: Props) {
  const [done, setDone] = useState(first);
  useEffect(() => {
    const ended = new AbortController();
    const ask = async () => {
      const answer = await fetch(source, { signal: ended.signal, cache: "no-store" }).catch(() => null);
      if (ended.signal.aborted) return;
      const told = answer?.ok ? ((await answer.json()) as { data: Told }).data : null;
      // Whoever is not signed in any more, or sees another state, is shown the page anew.
      if (answer?.status === 401 || (told && told.status !== status)) {
        location.reload();
        return;
      }
      if (told) setDone(doneIn(told));
      timer = setTimeout(ask, document.hidden ? 10_000 : 1500);
    };
    let timer = setTimeout(ask, 800);
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, [source, status]);
  const figures = new Intl.NumberFormat(locale);
  const text = words.progress.replace("{done}", figures.format(done)).replace("{all}", figures.format(all));
  return (
    <div className="stack-2 max-w-xl border-s-4 border-tile bg-tile-soft px-4 py-3">
      <p className="font-semibold" role="status">
        {words.title}
      </p>
      <progress
        className="h-3 w-full accent-tile"
        aria-label={words.title}
        {...(all > 0 && { max: all, value: Math.min(done, all) })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
        <span className="tabular-nums">{all > 0 && text}</span>
        <a href={page} className="inline-flex min-h-11 items-center font-semibold text-tile underline">
          {words.refresh}
        </a>
      </div>
    </div>
  );
}
