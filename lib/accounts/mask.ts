import type { Identifier } from "./identifier";

/** An address for somebody who may know it already and must not learn it: `s…@example.com`, `+49…67`. */
export function masked({ channel, address }: Identifier): string {
  if (channel === "sms") return `${address.slice(0, 3)}…${address.slice(-2)}`;
  return `${address.slice(0, 1)}…${address.slice(address.lastIndexOf("@"))}`;
}
