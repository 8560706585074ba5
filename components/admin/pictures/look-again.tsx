"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How often a page looks whether something has come about, and how long it waits between two, in milliseconds. */
const times = 40;
const pause = 3000;

/** Renders the page anew every few seconds while it is looked at, for a while. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    let left = times;
    const timer = setInterval(() => {
      if (document.hidden) return;
      left -= 1;
      if (left <= 0) clearInterval(timer);
      router.refresh();
    }, pause);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
