import { type Brush, createBrush, leaf, materials, ornament } from "./brush";
import { oklch, shade } from "./colour";
import { isMotif, motifs } from "./motifs";
import { circle, d, ellipse, group, path, rect, stroke, times } from "./shapes";

type Skyline = "domes" | "minarets" | "roofs" | "hills" | "peaks" | "palms" | "cranes";

/** What stands in the window and behind the street, by trade. */
const trades: Readonly<Record<string, { window: readonly string[]; skyline: Skyline }>> = {
  ceramics: { window: ["teapot", "vase", "jug"], skyline: "hills" },
  "spices and tea": { window: ["tin", "glasses", "jar"], skyline: "domes" },
  textiles: { window: ["folded", "cushion", "tote"], skyline: "minarets" },
  "bicycle workshop": { window: ["wheel", "bicycle", "pump"], skyline: "roofs" },
  "paper and stationery": { window: ["ink", "crane", "pencils"], skyline: "hills" },
  "plant nursery": { window: ["monstera", "wateringcan", "tree"], skyline: "cranes" },
  "lamps and furniture": { window: ["tablelamp", "chair", "floorlamp"], skyline: "roofs" },
  "leather goods": { window: ["handbag", "backpack", "pouf"], skyline: "palms" },
  "second-hand books and records": { window: ["bookstack", "globe", "book"], skyline: "roofs" },
  "mountain outfitter": { window: ["backpack", "boots", "flask"], skyline: "peaks" },
  kitchenware: { window: ["moka", "casserole", "mill"], skyline: "hills" },
  "soap and scent": { window: ["soap", "dispenser", "candle"], skyline: "roofs" },
};

const horizon: Record<Skyline, (b: Brush, near: string, far: string) => string> = {
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

const facade = (b: Brush, x: number, w: number, top: number, colour: string) => {
  const columns = Math.max(1, Math.floor(w / 96));
  const pane = shade(colour, -0.2);
  return (
    rect(x, top, w, 330 - top, 0, b.lit(colour)) +
    rect(x - 6, top - 12, w + 12, 16, 2, shade(colour, -0.08)) +
    times(columns, (at) => {
      const cx = x + (w / columns) * (at + 0.5);
      return [top + 30, top + 128]
        .filter((y) => y < 230)
        .map(
          (y) =>
            rect(cx - 22, y, 44, 68, 22, pane) +
            rect(cx - 22, y + 30, 44, 38, 0, pane) +
            rect(cx - 30, y + 68, 60, 7, 2, shade(colour, 0.07)) +
            (b.chance(0.4)
              ? times(5, (n) =>
                  leaf(cx - 20 + n * 10, y + 68, -130 + n * 20, 24, 6, n % 2 ? materials.leaf : materials.deepLeaf),
                )
              : ""),
        )
        .join("");
    })
  );
};

const awning = (x: number, y: number, w: number, one: string, other: string) => {
  const stripes = Math.round(w / 40);
  const step = w / stripes;
  return (
    times(stripes, (at) =>
      path(
        d`M${x + at * step} ${y}h${step}l${(at + 1 - stripes / 2) * 3 - (at - stripes / 2) * 3} 54v10a${step / 2 + 1.5} 17 0 0 1 ${-step - 3} 0v-10Z`,
        at % 2 ? one : other,
      ),
    ) + rect(x, y - 7, w, 10, 3, shade(one, -0.12))
  );
};

/** A shop's banner as SVG text, 1200 by 400: its front on its street, its trade in the window. */
export function drawRetailer({
  handle,
  hue,
  trade,
}: {
  handle: string;
  name: string;
  hue: number;
  trade: string;
}): string {
  const { window: things, skyline } = trades[trade] ?? { window: ["box", "vase", "book"], skyline: "roofs" as const };
  const front = oklch(0.46, 0.075, hue);
  const b = createBrush(`front ${handle}`, { main: "#c4663f", second: "#e9dcc3", accent: "#e3b65b", hue });
  const sky = oklch(0.93, 0.035, hue + 20);
  const near = oklch(0.8, 0.045, hue);
  const far = oklch(0.86, 0.036, hue + 10);
  const ground = oklch(0.74, 0.03, hue + 10);
  const colours = ["#c4663f", "#2f5d73", "#cf9536", "#8f9f6b", "#7b3f52"];
  const goods = things
    .filter(isMotif)
    .map((name, at) => {
      const paint = {
        ...b,
        main: colours[(at + handle.length) % 5]!,
        second: colours[(at + 2 + handle.length) % 5]!,
        accent: colours[(at + 3) % 5]!,
      };
      const { size, draw } = motifs[name];
      return group(d`translate(${474 + at * 116} 318) scale(${0.27 * Math.min(size, 1.25)})`, draw(paint));
    })
    .join("");
  const planter = (x: number) =>
    times(7, (at) =>
      leaf(x, 322, -160 + at * 23, b.between(48, 74), 11, at % 2 ? materials.leaf : materials.deepLeaf),
    ) + path(d`M${x - 30} 316h60l-8 44h-44Z`, b.lit(materials.terracotta));
  const lampPost =
    stroke("M1010 356V150M1010 150Q1010 120 1040 120", materials.dark, 7) +
    path("M1022 122H1062L1054 160H1030Z", "#ffe9b0") +
    rect(1018, 114, 48, 10, 4, materials.dark);
  const art =
    rect(0, 0, 1200, 400, 0, "url(#w)") +
    circle(b.pick([180, 1010]), 92, 46, "#fff3d2", 'opacity=".75"') +
    horizon[skyline](b, near, far) +
    facade(b, 96, 236, 96 + b.between(-20, 24), oklch(0.85, 0.055, hue + 24)) +
    facade(b, 852, 190, 120 + b.between(-30, 20), oklch(0.83, 0.05, hue - 26)) +
    facade(b, 320, 544, 26, oklch(0.89, 0.045, hue)) +
    rect(0, 330, 1200, 70, 0, ground) +
    rect(0, 330, 1200, 7, 0, shade(ground, 0.05)) +
    times(11, (at) => stroke(d`M${at * 120 + 20} 368h46M${at * 120 - 30} 388h60`, shade(ground, -0.06), 4)) +
    rect(372, 138, 448, 194, 4, b.lit(front)) +
    rect(394, 196, 288, 124, 3, "#fff4d9") +
    rect(386, 316, 304, 12, 2, shade(front, 0.1)) +
    goods +
    rect(708, 190, 92, 142, 3, shade(front, -0.1)) +
    rect(720, 202, 68, 74, 3, "#fff0cc") +
    circle(722, 294, 5, materials.brass) +
    rect(704, 328, 100, 8, 2, shade(front, 0.12)) +
    awning(366, 146, 460, "#f4ecdc", b.pick([oklch(0.58, 0.12, hue), oklch(0.6, 0.12, hue + 30)])) +
    rect(500, 104, 192, 34, 17, front) +
    ornament(b, 596, 121, 26, materials.paper) +
    rect(524, 119, 44, 4, 2, materials.paper) +
    rect(624, 119, 44, 4, 2, materials.paper) +
    planter(346) +
    planter(846) +
    lampPost;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 400"><defs><linearGradient id="w" y2="1" x2="0"><stop stop-color="${shade(sky, -0.05)}"/><stop offset="1" stop-color="${shade(sky, 0.03)}"/></linearGradient><radialGradient id="g"><stop stop-color="#ffe7a6" stop-opacity=".7"/><stop offset="1" stop-color="#ffe7a6" stop-opacity="0"/></radialGradient>${b.defs()}</defs>${art}</svg>`;
}
