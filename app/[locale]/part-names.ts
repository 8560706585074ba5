import { addressFields } from "@/lib/accounts/addresses/rules";
import type { Say } from "@/lib/platform/messages";

/** What the parts of an address are called in any of these countries. */
export function partNames(codes: readonly string[], say: Say): Record<string, string> {
  const words = new Set(codes.flatMap((code) => addressFields(code).map(({ word }) => word)));
  return Object.fromEntries([...words].map((word) => [word, say(`addresses.words.${word}`)]));
}
