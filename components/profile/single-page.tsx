"use client";
import { type ReactNode, useEffect, useRef } from "react";

export type SinglePageWords = { failed: string; loading: string };

type Props = {
  /** Path of the profile in this locale; everything below it is a view. */
  root: string;
  /** Path of the page that asks who it is. */
  signIn: string;
  words: SinglePageWords;
  children: ReactNode;
};

/**
 * Hands the profile over to jQuery, which is loaded here and nowhere else. What React rendered stays in its wrapper: the
 * first time that another view is shown, the whole wrapper leaves the document, so that React may do with it what it
 * wants and never meets what jQuery put in its place.
 */
export function SinglePage({ root, signIn, words: { failed, loading }, children }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void Promise.all([import("jquery"), import("./browser/start")]).then(([{ default: $ }, { start }]) => {
      if (left || !stage.current || !status.current) return;
      stop = start($, { stage: stage.current, status: status.current, root, signIn, words: { failed, loading } });
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [root, signIn, failed, loading]);
  return (
    <>
      <p ref={status} role="status" className="sr-only" />
      <div ref={stage} className="grow">
        <div>{children}</div>
      </div>
    </>
  );
}
