import { leaf, materials, onPaper, ornament, shine, sprig } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand } from "../motif";
import { circle, d, ellipse, group, lathe, path, rect, stroke, times } from "../shapes";

const soap: Motif["draw"] = (b) => {
  const bar = (x: number, y: number, c: string, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      rect(-150, -92, 300, 92, 22, b.lit(c)) +
        rect(-150, -92, 300, 40, 20, shade(c, 0.05)) +
        rect(-66, -74, 132, 54, 8, "none", `stroke="${shade(c, -0.12)}" stroke-width="4"`) +
        ornament(b, 0, -47, 40, shade(c, -0.14)),
    );
  return (
    bar(-10, 0, b.main, 0) +
    bar(16, -92, shade(b.main, 0.09), -2) +
    (b.chance(0.6)
      ? bar(-24, -186, shade(b.main, -0.06), 3)
      : circle(120, -212, 20, "#fff", 'opacity=".5"') + circle(84, -236, 12, "#fff", 'opacity=".5"')) +
    sprig(b, -190, 0, -20, 130, materials.leaf)
  );
};

const soapBlock: Motif["draw"] = (b) =>
  path("M-120-250L-60-300H180L120-250Z", b.lit(shade(b.main, 0.08))) +
  path("M120-250L180-300V-60L120 0Z", shade(b.main, -0.13)) +
  rect(-120, -250, 240, 250, 8, b.lit(b.main)) +
  rect(-92, -222, 184, 194, 6, "none", `stroke="${shade(b.main, -0.13)}" stroke-width="5"`) +
  ornament(b, 0, -146, 96, shade(b.main, -0.15)) +
  rect(-54, -72, 108, 9, 4, shade(b.main, -0.15)) +
  stroke("M-190-6C-150-60 160-40 210-14", "#d8c7a6", 8);

const dispenser: Motif["draw"] = (b) => {
  const amber = b.chance(0.4) ? "#9a5c2a" : b.main;
  return (
    rect(-15, -350, 30, 90, 4, b.lit(materials.dark)) +
    path("M-26-372H30C90-374 110-352 112-322H92C90-340 70-346 30-344H-26Z", b.lit(materials.dark)) +
    rect(-42, -292, 84, 42, 8, b.lit(materials.dark)) +
    path(
      lathe([
        [54, -256],
        [104, -214],
        [108, -100],
        [104, 0],
      ]),
      b.lit(amber),
    ) +
    rect(-78, -180, 156, 126, 4, materials.paper) +
    ornament(b, 0, -130, 60, onPaper(b.second)) +
    rect(-44, -82, 88, 7, 3, onPaper(b.second)) +
    shine("M-88-200V-30", 8, 0.35)
  );
};

const creamJar: Motif["draw"] = (b) => {
  const one = (x: number, y: number, w: number, h: number, c: string, lid: string) =>
    group(
      `translate(${x} ${y})`,
      path(
        lathe([
          [w, -h],
          [w * 1.02, -h / 2],
          [w * 0.95, 0],
        ]),
        b.lit(c),
      ) +
        path(d`M${-w - 4} ${-h - 44}H${w + 4}V${-h + 4}A${w} ${w * 0.12} 0 0 1 ${-w - 4} ${-h + 4}Z`, b.lit(lid)) +
        ellipse(0, -h - 44, w + 4, w * 0.14, shade(lid, 0.09)) +
        rect(-w * 0.5, -h * 0.68, w, h * 0.4, 3, materials.paper) +
        rect(-w * 0.26, -h * 0.52, w * 0.52, 6, 3, onPaper(b.second)),
    );
  return (
    one(-64, 0, 116, 140, b.main, b.pick([materials.dark, materials.wood, materials.brass])) +
    one(124, 0, 72, 96, b.accent, materials.wood) +
    leaf(160, -6, -20, 90, 20, materials.leaf)
  );
};

const diffuser: Motif["draw"] = (b) => {
  const outline = lathe([
    [34, -230],
    [38, -190],
    [108, -130],
    [112, 0],
  ]);
  return (
    [-34, -20, -6, 8, 22, 36]
      .map(
        (turn) =>
          `<path d="M0-120V-400" stroke="${materials.darkWood}" stroke-width="6" stroke-linecap="round" transform="rotate(${turn * 0.8} 0 -160)"/>`,
      )
      .join("") +
    path(outline, materials.glass) +
    b.inside(outline, path("M-120-104Q0-92 120-104V20H-120Z", b.lit(b.main))) +
    rect(-40, -250, 80, 30, 6, b.lit(materials.brass)) +
    rect(-62, -92, 124, 70, 4, materials.paper) +
    ornament(b, 0, -64, 40, onPaper(b.second)) +
    rect(-30, -38, 60, 5, 2, onPaper(b.second)) +
    shine("M-88-108V-30", 8, 0.6)
  );
};

const brushWood: Motif["draw"] = (b) =>
  group(
    "rotate(-36)",
    rect(20, -24, 230, 48, 24, b.lit(b.main)) +
      ellipse(-90, 0, 150, 92, b.lit(b.main)) +
      ellipse(-90, 6, 128, 74, "#e9dcc0") +
      `<g stroke-linecap="round">${times(4, (at) => ellipse(-90, 6, 22 + at * 28, 14 + at * 16, "none", `stroke="#b99a6a" stroke-width="9" stroke-dasharray="0 14"`))}</g>` +
      circle(222, 0, 9, shade(b.main, -0.3)) +
      stroke("M222 0C260 40 250 80 230 90", b.second, 7),
  );

const razor: Motif["draw"] = (b) =>
  group(
    "translate(-86 0) rotate(-14)",
    rect(-17, -110, 34, 340, 16, b.lit(b.main)) +
      times(6, (at) => stroke(d`M-16 ${60 + at * 22}h32`, shade(b.main, -0.14), 4)) +
      rect(-92, -152, 184, 46, 14, b.lit("#b4babb")) +
      stroke("M-86-150H86", "#e4e8e7", 6),
  ) +
  group(
    "translate(112 10) rotate(16)",
    path("M-60-40C-70-150-50-220 0-230S70-150 60-40Z", b.lit("#ddcfb4")) +
      stroke("M-30-60Q-40-140-24-190M0-60V-204M30-60Q40-140 24-190", "#b9a37c", 4) +
      path("M-62-44H62L48 40Q70 120 40 196H-40Q-70 120-48 40Z", b.lit(b.second)),
  );

const sachet: Motif["draw"] = (b) => {
  const one = (x: number, c: string, h: number) =>
    group(
      `translate(${x} 0)`,
      path(
        d`M-90 ${-h + 60}C-110 -60 -110 0 -70 4H70C110 0 110 -60 90 ${-h + 60}Q40 ${-h + 40} 26 ${-h + 10}H-26Q-40 ${-h + 40} -90 ${-h + 60}Z`,
        b.lit(c),
      ) +
        path(
          d`M-30 ${-h + 6}C-60 ${-h - 30} -74 ${-h - 56} -60 ${-h - 70}Q0 ${-h - 50} 60 ${-h - 70}C74 ${-h - 56} 60 ${-h - 30} 30 ${-h + 6}Z`,
          b.lit(shade(c, 0.04)),
        ) +
        rect(-36, -h, 72, 18, 8, b.accent) +
        ornament(b, 0, -h * 0.36, 76, b.second),
    );
  return sprig(b, 190, 0, 30, 200, "#8d86b0") + one(-76, b.main, 230) + one(104, shade(b.main, 0.08), 190);
};

const sponge: Motif["draw"] = (b) =>
  path(
    "M-190-80C-220-190-120-240-60-226C-20-270 110-270 140-210C220-200 220-60 170-30C120 10-110 16-160-6Q-186-30-190-80Z",
    b.lit(b.main),
  ) +
  times(16, () =>
    ellipse(b.between(-140, 150), b.between(-200, -40), b.between(6, 15), b.between(5, 11), shade(b.main, -0.13)),
  ) +
  stroke("M120-220C190-290 250-220 220-150", materials.wood, 6) +
  circle(-210, -200, 22, "#fff", 'opacity=".55"') +
  circle(-180, -250, 13, "#fff", 'opacity=".55"');

const bathSalt: Motif["draw"] = (b) => {
  const outline = "M-120-260H120V-20Q120 0 100 0H-100Q-120 0-120-20Z";
  return (
    path(outline, materials.glass) +
    b.inside(
      outline,
      path("M-130-196Q-60-220 0-200T130-204V10H-130Z", b.lit(b.main)) +
        times(22, () =>
          rect(b.between(-116, 104), b.between(-186, -20), 13, 11, 2, shade(b.main, b.pick([0.1, -0.07]))),
        ),
    ) +
    rect(-128, -312, 256, 60, 12, b.lit(materials.wood)) +
    stroke("M-120-238H120", b.second, 9) +
    rect(-62, -156, 124, 100, 4, materials.paper) +
    ornament(b, 0, -112, 62, onPaper(b.second)) +
    shine("M-98-226V-30", 9, 0.5)
  );
};

export const bath = {
  soap: stand(160, soap),
  soapblock: stand(140, soapBlock),
  dispenser: stand(104, dispenser),
  creamjar: stand(160, creamJar),
  diffuser: stand(110, diffuser),
  bathbrush: lay(brushWood),
  razor: lay(razor),
  sachet: stand(160, sachet),
  sponge: stand(170, sponge),
  bathsalt: stand(118, bathSalt),
} satisfies Record<string, Motif>;
