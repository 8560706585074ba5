import { type Brush, leaf, materials, onPaper, ornament, shine } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand } from "../motif";
import { circle, d, ellipse, group, lathe, path, rect, ring, stroke, times } from "../shapes";

const label = (b: Brush, x: number, y: number, w: number, h: number, wish = b.second) => {
  const ink = onPaper(wish);
  return (
    rect(x, y, w, h, 4, materials.paper) +
    rect(x + 7, y + 7, w - 14, h - 14, 2, "none", `stroke="${ink}" stroke-width="2.5"`) +
    ornament(b, x + w / 2, y + h * 0.42, Math.min(w, h) * 0.46, ink) +
    rect(x + w * 0.28, y + h * 0.78, w * 0.44, 5, 2, ink)
  );
};

const tin: Motif["draw"] = (b) => {
  const w = b.between(104, 128);
  const h = b.between(250, 320);
  const trim = b.pick([materials.brass, b.second, shade(b.main, -0.12)]);
  const outline = lathe([
    [w, -h],
    [w, -h / 2],
    [w, 0],
  ]);
  const lid =
    path(d`M${-w - 5} ${-h - 34}H${w + 5}V${-h + 8}A${w + 5} 14 0 0 1 ${-w - 5} ${-h + 8}Z`, b.lit(trim)) +
    ellipse(0, -h - 34, w + 5, 17, shade(trim, 0.1));
  const bands = b.inside(
    outline,
    times(2, (at) => stroke(d`M${-w} ${at ? -26 : -h + 44}q${w} 24 ${w * 2} 0`, b.accent, 7)),
  );
  return (
    path(outline, b.lit(b.main)) +
    bands +
    lid +
    label(b, -w * 0.62, -h * 0.72, w * 1.24, h * 0.48) +
    shine(d`M${-w * 0.84} ${-h + 60}V-46`, 8)
  );
};

const jar: Motif["draw"] = (b) => {
  const w = b.between(92, 112);
  const h = b.between(210, 260);
  const glass = d`M${-w * 0.72} ${-h}C${-w * 0.72} ${-h + 26} ${-w} ${-h + 20} ${-w} ${-h + 56}V-16Q${-w} 0 ${-w + 18} 0H${w - 18}Q${w} 0 ${w} -16V${-h + 56}C${w} ${-h + 20} ${w * 0.72} ${-h + 26} ${w * 0.72} ${-h}Z`;
  const level = -h + b.between(52, 76);
  const grains = times(14, () =>
    ellipse(
      b.between(-w, w) * 0.86,
      b.between(level + 14, -14),
      6,
      4,
      shade(b.main, b.pick([0.09, -0.1])),
      `transform="rotate(${Math.round(b.between(0, 90))})"`,
    ),
  ).replaceAll(/ transform="[^"]*"/g, "");
  const lid = b.pick([materials.wood, materials.metal, materials.brass, materials.dark]);
  return (
    path(glass, materials.glass) +
    b.inside(
      glass,
      path(d`M${-w} ${level}Q${-w / 2} ${level - 16} 0 ${level}T${w} ${level - 4}V10H${-w}Z`, b.lit(b.main)) + grains,
    ) +
    path(glass, "#fff", 'opacity=".14"') +
    rect(-w * 0.78, -h - 40, w * 1.56, 48, 8, b.lit(lid)) +
    label(b, -w * 0.64, -h * 0.56, w * 1.28, h * 0.42, b.chance(0.5) ? b.second : shade(b.main, -0.12)) +
    shine(d`M${-w * 0.82} ${-h + 74}V-40`, 9, 0.55)
  );
};

const pouch: Motif["draw"] = (b) => {
  const w = b.between(112, 132);
  const h = b.between(300, 350);
  const paper = b.chance(0.45) ? "#cfab7a" : b.main;
  const window = b.chance(0.35) ? circle(0, -76, 44, b.lit(b.main === paper ? b.accent : b.main)) : "";
  return (
    path(
      d`M${-w * 0.94} ${-h}L${w * 0.94} ${-h}L${w} ${-h + 60}C${w + 4} -140 ${w + 8} -60 ${w - 2} 0Q0 16 ${-w + 2} 0C${-w - 8} -60 ${-w - 4} -140 ${-w} ${-h + 60}Z`,
      b.lit(paper),
    ) +
    rect(-w * 0.94, -h, w * 1.88, 46, 0, b.lit(paper === b.main ? shade(b.main, -0.1) : b.main)) +
    stroke(d`M${-w * 0.94} ${-h + 58}H${w * 0.94}`, shade(paper, -0.12), 3, 'stroke-dasharray="1 9"') +
    label(b, -w * 0.66, -h + 84, w * 1.32, h * 0.4, paper === b.main ? b.second : shade(b.main, -0.1)) +
    window +
    path(
      d`M${w - 30} -20Q${w - 12} -60 ${w - 16} ${-h + 90}L${w - 2} ${-h + 70}Q${w + 6} -60 ${w - 4} -2Z`,
      shade(paper, -0.2),
      'opacity=".35"',
    )
  );
};

const bottle: Motif["draw"] = (b) => {
  const w = b.between(66, 92);
  const h = b.between(240, 300);
  const neck = b.between(20, 28);
  const outline = lathe([
    [neck, -h - 92],
    [neck, -h - 30],
    [w * 0.96, -h + 40],
    [w, -h * 0.4],
    [w, 0],
  ]);
  const liquid = b.chance(0.5);
  const cap = b.pick([materials.wood, materials.dark, materials.brass]);
  return (
    path(outline, b.lit(liquid ? materials.glass : b.main)) +
    (liquid
      ? b.inside(outline, path(d`M${-w} ${-h + 20}Q0 ${-h + 34} ${w} ${-h + 20}V20H${-w}Z`, b.lit(b.main)))
      : "") +
    rect(-neck - 5, -h - 126, neck * 2 + 10, 46, 6, b.lit(cap)) +
    label(b, -w * 0.8, -h * 0.62, w * 1.6, h * 0.44) +
    shine(d`M${-w * 0.74} ${-h * 0.82}V-36`, 8, 0.5)
  );
};

const teaGlass: Motif["draw"] = (b) => {
  const one = (x: number, y: number, s: number, tea: string) => {
    const profile = [
      [62, -210],
      [54, -150],
      [40, -110],
      [58, -50],
      [44, 0],
    ] as const;
    const outline = lathe(profile);
    return `<g transform="translate(${x} ${y}) scale(${s})">${ellipse(0, 4, 118, 20, b.lit(b.main))}${ellipse(0, 1, 76, 11, shade(b.main, -0.12))}${path(outline, materials.glass)}${b.inside(outline, path("M-70-176Q0-164 70-176V20H-70Z", b.lit(tea)))}${ellipse(0, -175, 56, 8, shade(tea, 0.12))}${stroke("M-62-210Q0-196 62-210", b.second, 4)}${shine("M-40-190Q-44-140-28-112", 7, 0.6)}</g>`;
  };
  return one(-92, -16, 1.12, materials.tea) + one(100, 0, 1.28, b.pick(["#9c4a1c", "#b86a26"]));
};

const box: Motif["draw"] = (b) => {
  const w = b.between(165, 200);
  const h = b.between(120, 165);
  return (
    path(d`M${-w} ${-h}L${-w + 44} ${-h - 70}H${w - 44}L${w} ${-h}Z`, b.lit(shade(b.main, 0.05))) +
    rect(-w, -h, w * 2, h, 3, b.lit(b.main)) +
    rect(-w - 6, -h - 4, w * 2 + 12, 46, 3, b.lit(shade(b.main, -0.05))) +
    rect(-22, -h - 4, 44, h + 4, 0, b.lit(b.second)) +
    path(d`M-14 ${-h - 70}H14L22 ${-h - 4}H-22Z`, shade(b.second, 0.06)) +
    path(
      d`M0 ${-h - 44}C-30 ${-h - 112} -104 ${-h - 96} -70 ${-h - 50}C-54 ${-h - 34} -20 ${-h - 36} 0 ${-h - 44}C30 ${-h - 112} 104 ${-h - 96} 70 ${-h - 50}C54 ${-h - 34} 20 ${-h - 36} 0 ${-h - 44}Z`,
      b.lit(b.second),
    ) +
    ornament(b, w * 0.56, -h * 0.36, 44, b.accent) +
    ornament(b, -w * 0.56, -h * 0.36, 44, b.accent)
  );
};

const sweets: Motif["draw"] = (b) => {
  const colours = [b.main, b.accent, shade(b.main, 0.12), "#b7b469", "#d99a8a"];
  const cells = times(9, (at) => {
    const x = ((at % 3) - 1) * 124;
    const y = (Math.floor(at / 3) - 1) * 124;
    const c = b.pick(colours);
    const piece = b.pick([
      rect(x - 40, y - 40, 80, 80, 12, b.lit(c)) + circle(x, y, 12, shade(c, 0.14)),
      circle(x, y, 44, b.lit(c)) + ring(x, y, 24, shade(c, -0.12), 4, "3 9"),
      path(d`M${x} ${y - 52}L${x + 46} ${y}L${x} ${y + 52}L${x - 46} ${y}Z`, b.lit(c)) +
        leaf(x - 18, y, 0, 36, 9, "#7d9a52"),
    ]);
    return rect(x - 57, y - 57, 114, 114, 4, shade(materials.paper, -0.05)) + piece;
  });
  return rect(-208, -208, 416, 416, 10, b.lit(b.second)) + rect(-190, -190, 380, 380, 4, materials.paper) + cells;
};

const spiceBowl: Motif["draw"] = (b) => {
  const one = (x: number, y: number, r: number, heap: string) =>
    group(
      `translate(${x} ${y})`,
      circle(0, 0, r, b.lit(b.chance(0.5) ? materials.wood : "#e9e0d0")) +
        circle(0, 0, r * 0.84, shade(heap, -0.12)) +
        circle(-r * 0.05, -r * 0.05, r * 0.74, b.lit(heap)) +
        times(9, () =>
          ellipse(b.between(-0.5, 0.5) * r, b.between(-0.5, 0.5) * r, 6, 3.5, shade(heap, b.pick([0.1, -0.12]))),
        ),
    );
  const heaps = ["#c9772b", "#a8321f", "#d9a030", "#7b4a2c", "#8a9a4a"];
  const from = Math.floor(b.between(0, 5));
  const heap = (at: number) => heaps[(from + at) % 5]!;
  return one(-96, -84, 126, heap(0)) + one(120, -116, 90, heap(1)) + one(56, 104, 112, heap(2));
};

const saffron: Motif["draw"] = (b) => {
  const threads = times(20, () => {
    const x = b.between(-58, 58);
    const y = b.between(-90, -30);
    return stroke(
      d`M${x} ${y}q${b.between(-16, 16)} ${b.between(-20, 4)} ${b.between(-30, 30)} ${b.between(-18, 18)}`,
      b.pick(["#b3261e", "#cf4322", "#8f1d22"]),
      3.4,
    );
  });
  const outline = "M-84-120Q-90-6-60 0H60Q90-6 84-120Z";
  return (
    path(outline, materials.glass) +
    b.inside(outline, path("M-90-84Q0-110 90-84V4H-90Z", "#a8231f") + threads) +
    rect(-96, -172, 192, 56, 10, b.lit(materials.brass)) +
    ellipse(0, -172, 90, 13, shade(materials.brass, 0.1)) +
    ornament(b, 0, -144, 30, shade(materials.brass, -0.2)) +
    shine("M-70-104Q-72-40-56-18", 8, 0.6)
  );
};

export const pantry = {
  tin: stand(118, tin),
  jar: stand(100, jar, 1.25),
  pouch: stand(120, pouch),
  bottle: stand(78, bottle),
  glasses: stand(200, teaGlass, 1.1),
  box: stand(185, box, 1.2),
  sweets: lay(sweets),
  spices: lay(spiceBowl),
  saffron: stand(80, saffron, 1.7),
} satisfies Record<string, Motif>;
