import { randomInt } from "node:crypto";

/** No letter or digit that is taken for another: 31 of them, just below five bits each. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A secret to be read out or typed from paper: groups of five letters and digits, 24 bits each. */
export function readableSecret(groups: number): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}
