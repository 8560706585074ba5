import { createBrush } from "./brush";
import { type MotifName, motifs } from "./motifs";
import { composeGroup } from "./scene";

/** What stands for a root category, by its slug: the first in front. Every name is a standing motif. */
const groups: Readonly<Record<string, { hue: number; things: readonly [MotifName, string, string, string][] }>> = {
  "home-living": {
    hue: 70,
    things: [
      ["teapot", "#2f5d73", "#d79a8c", "#cf9536"],
      ["tablelamp", "#c4663f", "#e9dcc3", "#8f9f6b"],
      ["vase", "#8f9f6b", "#a9472f", "#e3b65b"],
    ],
  },
  "food-drink": {
    hue: 45,
    things: [
      ["glasses", "#a9472f", "#e3b65b", "#2f5d73"],
      ["tin", "#2f7a78", "#cf9536", "#e9dcc3"],
      ["jar", "#cf9536", "#7b3f52", "#8f9f6b"],
    ],
  },
  "fashion-bags": {
    hue: 32,
    things: [
      ["handbag", "#a7602f", "#e9dcc3", "#2f5d73"],
      ["tote", "#2b3a5c", "#d6a02c", "#c4663f"],
      ["pouf", "#e0d0b4", "#a9472f", "#2f7a78"],
    ],
  },
  "books-music": {
    hue: 225,
    things: [
      ["bookstack", "#a9472f", "#e9dcc3", "#2f5d73"],
      ["book", "#2f5d73", "#e3b65b", "#d79a8c"],
      ["globe", "#3c4a63", "#cf9536", "#a9472f"],
    ],
  },
  "paper-writing": {
    hue: 12,
    things: [
      ["ink", "#26314f", "#c4663f", "#e3b65b"],
      ["pencils", "#8f9f6b", "#e9dcc3", "#a9472f"],
      ["crane", "#d79a8c", "#2f5d73", "#cf9536"],
    ],
  },
  "plants-garden": {
    hue: 132,
    things: [
      ["wateringcan", "#c4663f", "#e9dcc3", "#2f5d73"],
      ["monstera", "#c4663f", "#e6dac3", "#cf9536"],
      ["cactus", "#8f9f6b", "#e6dac3", "#d79a8c"],
    ],
  },
  cycling: {
    hue: 170,
    things: [
      ["helmet", "#c4663f", "#e9dcc3", "#2f5d73"],
      ["wheel", "#cf9536", "#2f5d73", "#c4663f"],
      ["pump", "#2f7a78", "#cf9536", "#e9dcc3"],
    ],
  },
  "mountain-trail": {
    hue: 215,
    things: [
      ["boots", "#7d4628", "#c8432f", "#e9dcc3"],
      ["backpack", "#cf9536", "#2f5d73", "#e9dcc3"],
      ["flask", "#2f7a78", "#e9dcc3", "#a9472f"],
    ],
  },
  "bath-body": {
    hue: 310,
    things: [
      ["soap", "#d79a8c", "#8f9f6b", "#e9dcc3"],
      ["dispenser", "#9a5c2a", "#7b3f52", "#e3b65b"],
      ["candle", "#e9dcc3", "#7b3f52", "#cf9536"],
    ],
  },
};

/** A root category's picture as SVG text, 800 by 800, under 12 KB. A slug without an arrangement of its own gets the first. */
export function drawCategory({ slug, name }: { slug: string; name: string }): string {
  const { hue, things } = groups[slug] ?? groups["home-living"]!;
  const b = createBrush(`category ${name}`, { main: "#c4663f", second: "#e9dcc3", accent: "#cf9536", hue });
  const stills = things.map(([motif, main, second, accent]) => {
    const { pose, base, size, draw } = motifs[motif];
    return { pose, base, size, family: "plain", art: draw({ ...b, main, second, accent }) };
  });
  return composeGroup(b, stills, true);
}
