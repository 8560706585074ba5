import type { Motif } from "../motif";
import { bath } from "./bath";
import { books } from "./books";
import { cycling } from "./cycling";
import { furniture } from "./furniture";
import { kitchen } from "./kitchen";
import { leather } from "./leather";
import { outdoor } from "./outdoor";
import { pantry } from "./pantry";
import { paper } from "./paper";
import { plants } from "./plants";
import { tableware } from "./tableware";
import { textiles } from "./textiles";

/** Every motif by name. */
export const motifs = {
  ...tableware,
  ...pantry,
  ...kitchen,
  ...furniture,
  ...textiles,
  ...cycling,
  ...paper,
  ...plants,
  ...leather,
  ...books,
  ...outdoor,
  ...bath,
} satisfies Record<string, Motif>;

export type MotifName = keyof typeof motifs;

export const isMotif = (name: string): name is MotifName => Object.hasOwn(motifs, name);

/** Which props suit a motif: kitchen, home, outdoors or plain. */
export function familyOf(name: MotifName): string {
  if (name in tableware || name in pantry || name in kitchen) return "kitchen";
  if (name in furniture || name in textiles || name in bath || name in leather) return "home";
  if (name in outdoor || name in plants) return "outdoors";
  return "plain";
}
