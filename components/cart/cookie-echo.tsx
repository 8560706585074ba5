"use client";
import { useEffect } from "react";
import { cookieEvent } from "@/components/layout/cookie";

/** Tells the header, which reads the cookies, that the server has changed them: once for each `state`. */
export function CookieEcho({ state }: { state: string }) {
  // Told again when the state changes.
  useEffect(() => void window.dispatchEvent(new Event(cookieEvent)), [state]);
  return null;
}
