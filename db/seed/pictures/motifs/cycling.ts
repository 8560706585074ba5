import { materials, shine } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand, wall } from "../motif";
import { circle, d, ellipse, group, path, rect, ring, stroke, times } from "../shapes";

const tyre = "#3a3a3d";
const roller = (x: number, y: number, r: number, wallColour: string) =>
  ring(x, y, r, tyre, 13) +
  ring(x, y, r - 8, wallColour, 5) +
  `<g stroke="#b9bcbb" stroke-width="2">${times(8, (at) => `<path d="M${x - r + 10} ${y}H${x + r - 10}" transform="rotate(${at * 22.5} ${x} ${y})"/>`)}</g>` +
  circle(x, y, 10, "#8b8f90");

const bicycle: Motif["draw"] = (b) => {
  const r = 104;
  const y = -r - 8;
  const skin = b.pick(["#c9a878", "#8a6a4a", "#56565a"]);
  const step = b.chance(0.35);
  const frame = step
    ? "M-58-112L-160-112L-104-238M-58-112L-104-252M-58-112C40-130 80-190 96-270"
    : d`M-58 -112H-160L-98 -246H90L-58 -112L-106 -270`;
  const bars = b.pick([
    "M96-290L86-330H40Q20-330 22-316",
    "M96-290L90-322H120C156-322 150-272 118-276",
    "M96-290L84-326H130",
  ]);
  const carrier = b.chance(0.4)
    ? stroke("M-100-222H-206M-196-222L-162-112", "#8b8f90", 7) + rect(-204, -262, 86, 42, 6, b.lit(b.second))
    : "";
  return (
    roller(-160, y, r, skin) +
    roller(152, y, r, skin) +
    carrier +
    stroke("M152-112L94-292", shade(b.main, -0.08), 12) +
    stroke(frame, b.main, 14) +
    stroke("M-106-268L-110-290", materials.metal, 9) +
    path("M-158-300Q-100-316-62-296Q-60-284-84-284Q-120-276-152-282Q-166-290-158-300Z", skin) +
    stroke(bars, materials.dark, 11) +
    ring(-58, -112, 27, materials.dark, 7, "6 2.5") +
    stroke("M-160-122L-60-136M-160-102L-60-86", "#7e8182", 3.5) +
    stroke("M-58-112L-28-66M-44-64H-10", materials.dark, 8)
  );
};

const wheel: Motif["draw"] = (b) =>
  group(
    "translate(0 -205)",
    ring(0, 0, 190, tyre, 26) +
      ring(0, 0, 174, b.main, 13) +
      `<g stroke="#a5a9a9" stroke-width="2.6">${times(14, (at) => `<path d="M-168 ${at % 2 ? 14 : -14}L168 ${at % 2 ? -14 : 14}" transform="rotate(${(at * 180) / 14})"/>`)}</g>` +
      circle(0, 0, 27, b.lit(materials.metal)) +
      circle(0, 0, 11, materials.dark),
  );

const tyreOnly: Motif["draw"] = (b) =>
  ring(0, 0, 184, tyre, 60) +
  ring(0, 0, 150, b.main, 20) +
  ring(0, 0, 208, "#4c4c50", 11, "9 7") +
  ring(0, 0, 190, "#535357", 6, "14 8") +
  ring(0, 0, 160, shade(b.main, 0.1), 3);

const helmet: Motif["draw"] = (b) => {
  const outline =
    "M-196-70C-214-260-100-330 20-322C150-312 216-220 204-96Q204-66 172-68C110-74 70-100 0-96S-120-42-160-40Q-192-42-196-70Z";
  return (
    stroke("M-110-56Q-70 20 10 0Q70-16 96-84", shade(b.main, -0.3), 11) +
    path(outline, b.lit(b.main)) +
    times(4, (at) =>
      path(
        d`M${-128 + at * 78} ${-236 + Math.abs(at - 1.5) * 12}q34 -26 58 4q-4 66 -16 96q-30 -18 -48 6q-6 -60 6 -106Z`,
        shade(b.main, -0.22),
      ),
    ) +
    stroke("M-184-84C-120-84-100-136 0-140S140-110 196-108", b.second, 10) +
    shine("M-160-180Q-140-262-60-296", 11)
  );
};

const bell: Motif["draw"] = (b) =>
  rect(-64, -64, 128, 62, 20, b.lit(materials.dark)) +
  rect(-210, -46, 420, 34, 17, b.lit(materials.metal)) +
  path("M-150-86C-150-260 150-260 150-86Z", b.lit(b.main)) +
  ellipse(0, -86, 150, 20, shade(b.main, -0.14)) +
  circle(0, -218, 17, b.lit(shade(b.main, 0.06))) +
  stroke("M120-84Q200-96 206-150", materials.dark, 15) +
  circle(206, -156, 19, b.lit(b.second)) +
  shine("M-112-112Q-104-176-56-196", 11, 0.5);

const saddle: Motif["draw"] = (b) =>
  stroke("M-130-210C-110-120-40-120 30-126S150-150 176-206M-20-126V0", materials.metal, 13) +
  rect(-38, -122, 62, 36, 8, materials.dark) +
  rect(-26, -90, 34, 92, 6, b.lit(materials.metal)) +
  path(
    "M-214-286C-190-320-120-310-60-286C40-256 150-266 212-262Q236-250 212-232C130-216 50-196-10-196C-80-176-140-170-186-190C-216-220-226-256-214-286Z",
    b.lit(b.main),
  ) +
  times(3, (at) => circle(-172 + at * 16, -268 + at * 26, 7, materials.brass)) +
  shine("M-150-270Q-60-244 60-246", 7, 0.28);

const light: Motif["draw"] = (b) =>
  path("M60-150L262-236V-14L60-94Z", "#ffe9a8", 'opacity=".5"') +
  rect(-120, -188, 176, 130, 34, b.lit(b.main)) +
  path("M40-196H66Q84-196 84-176V-70Q84-50 66-50H40Z", b.lit(materials.metal)) +
  ellipse(84, -123, 15, 62, "#fff3c4") +
  path("M-60-60H10L0 0H-50Z", b.lit(materials.dark)) +
  rect(-80, -202, 50, 16, 6, b.second) +
  shine("M-96-150Q-90-166-60-168", 8);

const lock: Motif["draw"] = (b) =>
  stroke("M-104-150V-262A104 104 0 0 1 104-262V-150", "#8f9597", 42) +
  stroke("M-112-150V-262A106 106 0 0 1 0-366", "#b8bdbe", 10) +
  rect(-162, -166, 324, 130, 30, b.lit(b.main)) +
  circle(0, -108, 24, shade(b.main, -0.2)) +
  rect(-6, -112, 12, 34, 5, shade(b.main, -0.3)) +
  rect(92, -128, 40, 54, 8, b.second);

const pannier: Motif["draw"] = (b) =>
  path("M-150-300H150L168-20Q168 0 146 0H-146Q-168 0-168-20Z", b.lit(b.main)) +
  rect(-162, -384, 324, 96, 22, b.lit(shade(b.main, 0.05))) +
  rect(-26, -390, 52, 170, 6, b.lit(b.second)) +
  rect(-34, -250, 68, 34, 6, b.lit(materials.metal)) +
  rect(-120, -166, 240, 118, 12, b.lit(shade(b.main, -0.05))) +
  rect(-120, -166, 240, 26, 8, shade(b.main, 0.06)) +
  stroke("M-100-20H100", "#eef0e6", 8);

const pump: Motif["draw"] = (b) =>
  stroke("M22-40C120-40 140-140 96-200S150-330 120-380", materials.dark, 13) +
  rect(-96, -18, 192, 22, 8, b.lit(materials.dark)) +
  rect(-27, -330, 54, 318, 8, b.lit(b.main)) +
  rect(-9, -386, 18, 60, 0, b.lit(materials.metal)) +
  rect(-104, -410, 208, 34, 17, b.lit(materials.wood)) +
  circle(0, -58, 46, b.lit(b.second)) +
  circle(0, -58, 36, materials.paper) +
  stroke("M0-58L16-80", "#c23b2f", 5) +
  shine("M-16-300V-130", 6);

const spanner: Motif["draw"] = (b) => {
  const tool = (x: number, turn: number, s: number, c: string) =>
    `<g transform="translate(${x} 0) rotate(${turn}) scale(${s})">${path("M-22-120L-22 120C-70 150-66 214-30 236L-26 190L0 176L26 190L30 236C66 214 70 150 22 120V-120C70-150 66-214 30-236L26-190L0-176L-26-190L-30-236C-66-214-70-150-22-120Z", b.lit(c))}${rect(-9, -80, 18, 160, 9, shade(c, -0.1))}</g>`;
  return tool(-70, -24, 0.95, "#aab0b1") + tool(80, 18, 0.85, b.main);
};

const multitool: Motif["draw"] = (b) =>
  times(5, (at) =>
    group(
      `rotate(${-64 + at * 22})`,
      rect(-9, -236, 18, 236, 5, b.lit("#b7bdbd")) + rect(-13, -250 + at * 6, 26, 30, 3, "#8e9596"),
    ),
  ) +
  rect(-46, -70, 92, 290, 40, b.lit(b.main)) +
  circle(0, -24, 22, b.lit(materials.metal)) +
  circle(0, 174, 19, b.lit(materials.metal)) +
  rect(-14, 20, 28, 110, 14, shade(b.main, -0.12));

const gloves: Motif["draw"] = (b) => {
  const hand = (x: number, turn: number, mirror: number) =>
    `<g transform="translate(${x} 20) rotate(${turn}) scale(${mirror} 1)">${stroke("M-48-90V-176M-16-100V-206M18-100V-200M50-86V-166", b.main, 32)}${stroke("M70 20L106-50", b.main, 34)}${path("M-66-96H68L90 10Q84 90 60 120H-60Q-72 0-66-96Z", b.lit(b.main))}${rect(-66, 112, 130, 84, 10, b.lit(b.second))}${stroke("M-62 134H60M-62 156H60", shade(b.second, -0.1), 4)}${stroke("M-40-40Q0-20 40-44", shade(b.main, -0.12), 5)}</g>`;
  return hand(-112, -10, 1) + hand(112, 12, -1);
};

const chain: Motif["draw"] = (b) =>
  ring(20, -20, 128, b.lit(b.main), 44) +
  `<g stroke-linecap="round">${ring(20, -20, 152, shade(b.main, -0.12), 15, "0 31.8")}</g>` +
  times(5, (at) => group(`translate(20 -20) rotate(${at * 72})`, rect(-13, -126, 26, 110, 6, b.lit(b.main)))) +
  circle(20, -20, 46, b.lit(shade(b.main, -0.06))) +
  circle(20, -20, 18, materials.dark) +
  ring(20, -20, 176, "#6c7172", 13, "20 5") +
  stroke(
    "M-150-80C-240 60-180 210-20 216S150 180 190 60",
    "#6c7172",
    13,
    'stroke-dasharray="20 5" style="stroke-linecap:butt"',
  );

const pedal: Motif["draw"] = (b) => {
  const one = (x: number, y: number, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      rect(100, -14, 90, 28, 8, b.lit(materials.metal)) +
        rect(-110, -92, 220, 184, 26, b.lit(b.main)) +
        rect(-76, -60, 64, 120, 10, shade(b.main, -0.24)) +
        rect(12, -60, 64, 120, 10, shade(b.main, -0.24)) +
        rect(-14, -80, 28, 160, 6, b.lit(materials.metal)) +
        times(4, (at) => circle(at % 2 ? 92 : -92, at < 2 ? -70 : 70, 8, "#e8e4da")),
    );
  return one(-60, -110, -12) + one(50, 120, 8);
};

const handlebar: Motif["draw"] = (b) =>
  stroke("M-210 110C-250 20-190-70-70-60H70C190-70 250 20 210 110", "#aab0b1", 27) +
  stroke("M-210 112C-234 60-226 10-200-20M210 112C234 60 226 10 200-20", b.main, 41) +
  stroke("M-214 96l20 8M-222 66l26 4M214 96l-20 8M222 66l-26 4", shade(b.main, -0.14), 6) +
  rect(-36, -96, 72, 80, 12, b.lit(materials.dark)) +
  circle(0, -56, 14, materials.metal);

export const cycling = {
  bicycle: stand(200, bicycle),
  wheel: stand(60, wheel),
  tyre: lay(tyreOnly),
  helmet: stand(150, helmet),
  bell: stand(90, bell),
  saddle: stand(40, saddle),
  light: stand(50, light),
  lock: stand(150, lock),
  pannier: stand(155, pannier),
  pump: stand(95, pump),
  spanner: lay(spanner),
  multitool: lay(multitool),
  gloves: lay(gloves),
  chainset: lay(chain),
  pedals: lay(pedal),
  handlebar: wall(handlebar),
} satisfies Record<string, Motif>;
