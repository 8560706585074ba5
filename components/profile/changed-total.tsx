"use client";
import { Button } from "@/components/ui/button";
import { useNewsFocus } from "@/components/ui/news-focus";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "./form-shell";

type Props = {
  /** The answer that told it; null as long as there is none. */
  news: FormState;
  accept: string;
  pending: boolean;
};

/**
 * Says what an order would cost instead, with the one button that accepts it. It stands in the form from the beginning,
 * hidden, for the script to fill in.
 */
export function ChangedTotal({ news, accept, pending }: Props) {
  return (
    <div
      ref={useNewsFocus(news)}
      hidden={!news}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript too, reading begins at what changed
      autoFocus={news !== null}
      data-changed=""
    >
      <Notice tone="warn" live="alert" title={<span data-slot="message">{news?.message}</span>}>
        <Button type="submit" className="mt-4" disabled={pending}>
          {accept}
        </Button>
      </Notice>
    </div>
  );
}
