import type { Brush } from "./brush";

/** How an object meets the viewer: standing on a table, lying flat, hung on a wall, or hanging from above. */
export type Pose = "stand" | "lay" | "wall" | "hang";

/**
 * One drawable kind of thing. Standing objects have their foot at (0, 0) and rise to about y = -420, hanging ones start at
 * (0, 0) and fall to about y = 420, the others fill about ±230 around (0, 0). `base` is half the width of what touches the table.
 */
export interface Motif {
  pose: Pose;
  base: number;
  /** Enlargement in the picture; 1 when left out. */
  size: number;
  draw(b: Brush): string;
}

export const stand = (base: number, draw: Motif["draw"], size = 1): Motif => ({ pose: "stand", base, size, draw });
export const lay = (draw: Motif["draw"]): Motif => ({ pose: "lay", base: 0, size: 1, draw });
export const wall = (draw: Motif["draw"]): Motif => ({ pose: "wall", base: 0, size: 1, draw });
export const hang = (draw: Motif["draw"]): Motif => ({ pose: "hang", base: 0, size: 1, draw });
