import { type RefObject, useEffect, useRef } from "react";

/**
 * For what tells something new: the element takes the focus each time that `news` is another object, as the state that
 * an answer left. A mere render moves nothing, nor does a page that was left and is shown again.
 */
export function useNewsFocus(news: object | null | undefined): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const told = useRef<object>(undefined);
  useEffect(() => {
    if (!news || news === told.current) return;
    told.current = news;
    box.current?.focus();
  }, [news]);
  return box;
}
