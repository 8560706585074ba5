import { createBrush, leaf, materials, ornament } from "./brush";
import { oklch, shade } from "./colour";
import { isMotif, motifs } from "./motifs";
import { circle, d, group, path, rect, stroke, times } from "./shapes";
import { boxLeaf, facade, horizon, type Skyline } from "./street";

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

/** A shop's banner as SVG text, 1200 by 400, under 24 KB: its front on its street, its trade in the window. */
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
      return group(d`translate(${446 + at * 94} 318) scale(${0.225 * Math.min(size, 1.25)})`, draw(paint));
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
  const shift = b.pick([-190, -60, 70, 210]);
  const houses =
    facade(b, 66 + shift, 244, 110 + b.between(-20, 30), oklch(0.85, 0.05, hue + 24), skyline) +
    facade(b, 874 + shift, 200, 130 + b.between(-20, 40), oklch(0.83, 0.046, hue - 26), skyline) +
    facade(b, 316 + shift, 552, 52, oklch(0.89, 0.04, hue), skyline);
  const pavement =
    rect(0, 330, 1200, 70, 0, ground) +
    rect(0, 330, 1200, 7, 0, shade(ground, 0.05)) +
    times(11, (at) => stroke(d`M${at * 120 + 20} 368h46M${at * 120 - 30} 388h60`, shade(ground, -0.06), 4));
  const display = "M394 190H682V320H394Z";
  const shop =
    rect(372, 138, 448, 194, 4, b.lit(front)) +
    path(display, "#fff4d9") +
    b.inside(display, goods) +
    rect(386, 316, 304, 12, 2, shade(front, 0.1)) +
    rect(708, 190, 92, 142, 3, shade(front, -0.1)) +
    rect(720, 202, 68, 74, 3, "#fff0cc") +
    circle(722, 294, 5, materials.brass) +
    rect(704, 328, 100, 8, 2, shade(front, 0.12)) +
    rect(372, 190, 448, 26, 0, shade(front, -0.2), 'opacity=".28"') +
    awning(366, 146, 460, "#f4ecdc", b.pick([oklch(0.58, 0.12, hue), oklch(0.6, 0.12, hue + 30)])) +
    rect(500, 100, 192, 34, 17, front) +
    ornament(b, 596, 117, 26, materials.paper) +
    rect(524, 115, 44, 4, 2, materials.paper) +
    rect(624, 115, 44, 4, 2, materials.paper) +
    planter(346) +
    planter(846);
  const art =
    rect(0, 0, 1200, 400, 0, "url(#w)") +
    circle(shift > 0 ? 90 : 1110, 84, 42, "#fff3d2", 'opacity=".8"') +
    horizon[skyline](b, near, far) +
    houses +
    pavement +
    group(`translate(${shift} 0)`, shop + lampPost);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 400"><defs><linearGradient id="w" y2="1" x2="0"><stop stop-color="${shade(sky, -0.05)}"/><stop offset="1" stop-color="${shade(sky, 0.03)}"/></linearGradient><radialGradient id="g"><stop stop-color="#ffe7a6" stop-opacity=".7"/><stop offset="1" stop-color="#ffe7a6" stop-opacity="0"/></radialGradient>${boxLeaf}${b.defs()}</defs>${art}</svg>`;
}
