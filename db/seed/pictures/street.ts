import { type Brush, leaf, leafStamp, materials, stamp } from "./brush";
import { shade } from "./colour";
import { d, ellipse, path, rect, stroke, times } from "./shapes";

/** What stands behind a street. */
export type Skyline = "domes" | "minarets" | "roofs" | "hills" | "peaks" | "palms" | "cranes";

/** Draws the skyline between y = 60 and 340 over 1200, in a near and a far tone. */
export const horizon: Record<Skyline, (b: Brush, near: string, far: string) => string> = {
  domes: (_, near, far) =>
    path("M760 300V210C760 130 820 120 840 84C860 120 920 130 920 210V300Z", near) +
    rect(720, 130, 14, 180, 6, near) +
    rect(946, 130, 14, 180, 6, near) +
    path("M150 300V240C150 190 190 180 204 156C218 180 258 190 258 240V300Z", far) +
    rect(0, 262, 1200, 80, 0, far),
  minarets: (_, near, far) =>
    path("M60 310V230Q60 150 160 146Q260 150 260 230V310Z", near) +
    [20, 290].map((x) => path(d`M${x} 320V110l9 -46l9 46V320Z`, near)).join("") +
    path("M860 310V250Q860 200 940 196Q1020 200 1020 250V310Z", far) +
    path("M1050 320V150l8-40l8 40V320Z", far),
  roofs: (b, near, far) =>
    times(9, (at) =>
      path(d`M${at * 140 - 40} 330V${170 + b.between(-40, 40)}l70 -56l70 56V330Z`, at % 2 ? near : far),
    ) + times(5, (at) => rect(70 + at * 250, 96 + b.between(0, 50), 20, 50, 0, near)),
  hills: (b, near, far) =>
    path(d`M0 330V220C160 120 300 150 460 210S780 120 900 150S1100 230 1200 170V330Z`, far) +
    path("M0 330V270C220 200 380 260 600 250S980 190 1200 260V330Z", near) +
    times(7, (at) => ellipse(60 + at * 180, 250 + b.between(-14, 14), 13, 44, shade(near, -0.06))),
  peaks: (_, near, far) =>
    path("M-20 330L170 90L300 230L470 60L690 280L860 120L1010 250L1130 150L1240 330Z", far) +
    path(
      "M170 90L214 140L186 134L166 156L140 128ZM470 60L524 116L490 112L464 140L424 110ZM860 120L900 160L868 156L846 172L826 154Z",
      "#fff",
      'opacity=".8"',
    ) +
    path("M0 330L240 200L420 300L640 190L900 310L1060 220L1200 300V340H0Z", near),
  palms: (_, near, far) =>
    rect(0, 240, 1200, 100, 0, far) +
    path("M90 330V130H150V330Z", far) +
    rect(80, 120, 80, 20, 0, far) +
    rect(104, 90, 32, 30, 0, far) +
    [250, 930, 1110]
      .map(
        (x, at) =>
          stroke(d`M${x} 330Q${x + 10} 220 ${x + 4} ${150 + at * 14}`, near, 9) +
          times(7, (n) => leaf(x + 4, 150 + at * 14, -190 + n * 33, 62, 9, near)),
      )
      .join(""),
  cranes: (_, near, far) =>
    rect(0, 250, 1200, 90, 0, far) +
    stroke("M180 330V90L330 120M180 90L120 130M180 130L280 110M880 330V110L1050 140M880 110L830 150", near, 11) +
    times(5, (at) => path(d`M${360 + at * 90} 330V240l45 -40V240l45 -40V330Z`, near)),
};

const arched: readonly Skyline[] = ["domes", "minarets", "palms"];
const gabled: readonly Skyline[] = ["roofs", "cranes", "peaks"];

function roof(x: number, w: number, top: number, colour: string, skyline: Skyline): string {
  const tile = shade(colour, -0.13);
  if (gabled.includes(skyline))
    return (
      path(d`M${x - 10} ${top + 4}L${x + w * 0.16} ${top - 46}H${x + w * 0.84}L${x + w + 10} ${top + 4}Z`, tile) +
      rect(x + w * 0.72, top - 70, 22, 40, 0, shade(tile, -0.05))
    );
  if (skyline === "hills")
    return path(d`M${x - 16} ${top + 6}L${x + 14} ${top - 22}H${x + w - 14}L${x + w + 16} ${top + 6}Z`, "#c9805c");
  return (
    rect(x - 4, top - 12, w + 8, 16, 2, shade(colour, -0.08)) +
    stroke(
      d`M${x + 8} ${top - 17}h${w - 16}`,
      shade(colour, -0.04),
      14,
      'stroke-dasharray="18 16" style="stroke-linecap:butt"',
    )
  );
}

function pane(b: Brush, cx: number, y: number, colour: string, round: boolean): string {
  const glass = shade(colour, -0.2);
  const opening = round
    ? rect(cx - 20, y, 40, 68, 20, glass) + rect(cx - 20, y + 30, 40, 38, 0, glass)
    : rect(cx - 20, y, 40, 68, 2, glass) +
      rect(cx - 34, y, 13, 68, 2, shade(colour, -0.12)) +
      rect(cx + 21, y, 13, 68, 2, shade(colour, -0.12)) +
      stroke(d`M${cx} ${y + 2}v64M${cx - 18} ${y + 30}h36`, shade(colour, 0.03), 3);
  const box = b.chance(0.4)
    ? times(5, (n) => stamp(cx - 20 + n * 10, y + 68, -130 + n * 20, n % 2 ? materials.leaf : materials.deepLeaf))
    : "";
  return opening + rect(cx - 30, y + 68, 60, 7, 2, shade(colour, 0.07)) + box;
}

/** The leaf of the window boxes, to stand once in the picture's definitions. */
export const boxLeaf = leafStamp(24, 6);

/** A house front from `top` down to the pavement at y = 330, with the roof and windows of its part of the world. */
export function facade(b: Brush, x: number, w: number, top: number, colour: string, skyline: Skyline): string {
  const columns = Math.max(1, Math.floor(w / 100));
  const windows = times(columns, (at) =>
    [top + 30, top + 132]
      .filter((y) => y < 230)
      .map((y) => pane(b, x + (w / columns) * (at + 0.5), y, colour, arched.includes(skyline)))
      .join(""),
  );
  return rect(x, top, w, 330 - top, 0, b.lit(colour)) + roof(x, w, top, colour, skyline) + windows;
}
