"use client";
import type { ReactNode } from "react";
import { useNewsFocus } from "@/components/ui/news-focus";
import { Notice } from "@/components/ui/notice";

type Props = {
  title: string;
  sentences: readonly string[];
  /** Something that is another each time there is news; it then takes the focus. */
  news?: object;
  children?: ReactNode;
};

/** What is not as it was shown, sentence by sentence, and what can be done about it. */
export function ChangesNotice({ title, sentences, news, children }: Props) {
  return (
    <div
      ref={useNewsFocus(news)}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript too, reading begins at what changed
      autoFocus={news !== undefined}
    >
      <Notice tone="warn" live={news ? "alert" : undefined} title={title}>
        <ul className="mt-2 list-disc ps-5">
          {[...new Set(sentences)].map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
        {children}
      </Notice>
    </div>
  );
}
