import { leaf, materials, shine } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand } from "../motif";
import { circle, d, ellipse, group, lathe, path, rect, ring, stroke, times } from "../shapes";

const casserole: Motif["draw"] = (b) => {
  const w = b.between(172, 196);
  const h = b.between(150, 180);
  const outline = lathe([
    [w, -h],
    [w, -h * 0.5],
    [w * 0.94, -14],
    [w * 0.84, 0],
  ]);
  const ear = (side: number) =>
    stroke(d`M${side * (w - 8)} ${-h + 26}h${side * 46}q14 0 14 18t-14 18h${-side * 44}`, shade(b.main, -0.09), 17);
  const lid = path(
    d`M${-w - 6} ${-h}C${-w + 20} ${-h - 78} ${w - 20} ${-h - 78} ${w + 6} ${-h}A${w} 16 0 0 1 ${-w - 6} ${-h}Z`,
    b.lit(shade(b.main, 0.03)),
  );
  return (
    ear(1) +
    ear(-1) +
    path(outline, b.lit(b.main)) +
    lid +
    rect(-15, -h - 82, 30, 26, 8, b.lit(materials.brass)) +
    ellipse(0, -h - 84, 34, 13, b.lit(materials.brass)) +
    shine(d`M${-w * 0.84} ${-h + 40}V-40`, 11) +
    shine(d`M${-w * 0.66} ${-h - 24}Q${-w * 0.4} ${-h - 54} -30 ${-h - 58}`, 7)
  );
};

const pan: Motif["draw"] = (b) =>
  stroke("M150-66L300-112", materials.dark, 20) +
  stroke("M196-80L300-112", b.pick([materials.wood, b.main]), 26) +
  path(
    lathe([
      [176, -84],
      [158, -30],
      [128, 0],
    ]),
    b.lit(b.main),
  ) +
  ellipse(0, -84, 178, 27, shade(b.main, 0.1)) +
  ellipse(0, -81, 164, 21, b.lit(shade(b.main, -0.12))) +
  ellipse(-30, -84, 52, 8, "#f7f1e3") +
  circle(-34, -88, 16, "#eeb53d") +
  leaf(40, -84, -8, 60, 10, materials.leaf);

const kettle: Motif["draw"] = (b) => {
  const outline = lathe([
    [70, -190],
    [150, -110],
    [168, -30],
    [150, 0],
  ]);
  return (
    path("M126-110C180-120 186-160 206-196L234-184C228-130 210-80 140-62Z", b.lit(shade(b.main, -0.03))) +
    stroke("M-96-170C-110-330 110-330 96-170", b.pick([materials.darkWood, materials.dark, materials.wood]), 19) +
    path(outline, b.lit(b.main)) +
    path("M-72-188C-60-216 60-216 72-188A72 11 0 0 1-72-188Z", b.lit(shade(b.main, 0.04))) +
    circle(0, -216, 15, b.lit(materials.dark)) +
    shine("M-106-128Q-140-80-134-34", 11)
  );
};

const moka: Motif["draw"] = (b) => {
  const metal = b.main;
  return (
    path("M-92 0L-74-128H74L92 0Q0 16-92 0Z", b.lit(metal)) +
    path("M-66-140L-100-290L-128-300L-104-316H96L66-140Z", b.lit(metal)) +
    rect(-72, -146, 144, 22, 6, b.lit(shade(metal, -0.1))) +
    path("M-96-316C-80-346 80-346 96-316Z", b.lit(shade(metal, 0.04))) +
    circle(0, -350, 15, materials.dark) +
    stroke("M92-296H150Q164-296 160-276L138-160", materials.dark, 21) +
    path("M-16-316L-22-140H24L32-316Z", "#fff", 'opacity=".18"') +
    path("M-20-128L-26 8H28L22-128Z", "#fff", 'opacity=".16"')
  );
};

const knife: Motif["draw"] = (b) => {
  const long = b.between(250, 300);
  const broad = b.between(38, 62);
  const handle = b.pick([materials.wood, materials.darkWood, materials.dark, b.main]);
  return group(
    "rotate(-38)",
    path(
      d`M-60 ${-broad / 2}H${long - 130}C${long - 90} ${-broad / 2} ${long - 70} ${broad * 0.2} ${long - 52} ${broad * 0.46}Q${long * 0.3} ${broad * 0.95} -60 ${broad * 0.62}Z`,
      b.lit("#c9cfd0"),
    ) +
      path(
        d`M-60 ${broad * 0.2}Q${long * 0.4} ${broad * 0.5} ${long - 62} ${broad * 0.34}L${long - 52} ${broad * 0.46}Q${long * 0.3} ${broad * 0.95} -60 ${broad * 0.62}Z`,
        "#eef1ef",
      ) +
      path(d`M-70 ${-broad / 2 - 2}H-44V${broad / 2 + 4}H-70Z`, b.lit(materials.brass)) +
      path("M-66-20H-206C-232-20-240 30-214 32C-180 34-150 22-66 24Z", b.lit(handle)) +
      times(3, (at) => circle(-100 - at * 42, 3, 6, materials.brass)),
  );
};

const board: Motif["draw"] = (b) => {
  const colour = b.main;
  return (
    group(
      "rotate(-4)",
      rect(-30, -420, 60, 110, 26, b.lit(colour)) +
        path("M-140-300Q-140-346-96-346H96Q140-346 140-300V-18Q140 0 122 0H-122Q-140 0-140-18Z", b.lit(colour)) +
        circle(0, -388, 14, shade(colour, -0.26)) +
        times(5, (at) =>
          stroke(d`M${-104 + at * 52} -320q${b.between(-16, 16)} 150 0 300`, shade(colour, -0.08), 3, 'opacity=".6"'),
        ),
    ) + (b.chance(0.6) ? circle(-170, -48, 48, b.lit("#c8452f")) + leaf(-172, -92, -60, 40, 11, materials.leaf) : "")
  );
};

const utensils: Motif["draw"] = (b) => {
  const spoon = (x: number, lean: number, h: number, colour: string, kind: number) =>
    group(
      `translate(${x} -150) rotate(${lean})`,
      rect(-8, -h, 16, h, 7, b.lit(colour)) +
        [
          ellipse(0, -h - 34, 33, 48, b.lit(colour)),
          rect(-32, -h - 84, 64, 92, 14, b.lit(colour)),
          ellipse(0, -h - 34, 31, 50, b.lit(colour)) + ellipse(0, -h - 34, 19, 36, shade(colour, -0.12)),
        ][kind]!,
    );
  return (
    spoon(-44, -14, 150, materials.wood, 0) +
    spoon(40, 12, 140, materials.darkWood, 1) +
    spoon(-2, -2, 180, "#d3aa72", 2) +
    path(
      lathe([
        [96, -190],
        [102, -100],
        [94, 0],
      ]),
      b.lit(b.main),
    ) +
    ellipse(0, -190, 96, 14, shade(b.main, -0.22)) +
    path("M-96-190A96 14 0 0 0 96-190V-182A96 14 0 0 1-96-182Z", shade(b.main, 0.1)) +
    shine("M-72-150V-40", 10)
  );
};

const mortar: Motif["draw"] = (b) =>
  group(
    "translate(40 -130) rotate(34)",
    rect(-17, -190, 34, 210, 17, b.lit(shade(b.main, 0.06))) + ellipse(0, -186, 26, 30, b.lit(shade(b.main, 0.06))),
  ) +
  path(
    lathe([
      [150, -190],
      [140, -110],
      [92, -36],
      [104, 0],
    ]),
    b.lit(b.main),
  ) +
  path("M-150-190A150 23 0 0 0 150-190A150 31 0 0 1-150-190Z", shade(b.main, 0.1)) +
  shine("M-118-146Q-112-90-80-54", 11);

const mill: Motif["draw"] = (b) => {
  const one = (x: number, h: number, colour: string) =>
    group(
      `translate(${x} 0)`,
      path(
        lathe([
          [30, -h + 90],
          [54, -h + 116],
          [36, -h * 0.5],
          [58, -40],
          [60, 0],
        ]),
        b.lit(colour),
      ) +
        path(
          lathe([
            [14, -h],
            [44, -h + 34],
            [34, -h + 84],
          ]),
          b.lit(colour),
        ) +
        circle(0, -h - 8, 15, b.lit(materials.metal)) +
        rect(-32, -h + 84, 64, 9, 3, materials.metal) +
        shine(d`M-28 ${-h + 128}Q-14 ${-h * 0.5} -36 -40`, 7),
    );
  return one(-66, 380, b.main) + one(72, 290, b.second);
};

const tray: Motif["draw"] = (b) =>
  circle(0, 0, 226, b.lit(b.main)) +
  ring(0, 0, 214, shade(b.main, 0.12), 6) +
  circle(0, 0, 190, b.lit(shade(b.main, -0.05))) +
  `<g stroke-linecap="round">${ring(0, 0, 168, shade(b.main, 0.14), 7, "0 16.5")}${ring(0, 0, 92, shade(b.main, 0.12), 5, "0 14.45")}</g>` +
  times(12, (at) => leaf(0, 0, at * 30, 146, 13, shade(b.main, at % 2 ? 0.1 : -0.12))) +
  circle(0, 0, 26, shade(b.main, 0.12));

const pin: Motif["draw"] = (b) =>
  group(
    "rotate(-32)",
    rect(-250, -15, 500, 30, 15, b.lit(materials.darkWood)) +
      rect(-170, -44, 340, 88, 18, b.lit(b.main)) +
      times(3, (at) => stroke(d`M-150 ${-20 + at * 20}q150 -12 300 0`, shade(b.main, -0.07), 3)),
  );

const grater: Motif["draw"] = (b) =>
  stroke("M-56-330C-56-410 56-410 56-330", b.main, 24) +
  path("M-66-330H66L112 0H-112Z", b.lit("#c6cccc")) +
  path("M66-330L84-322L146-16L112 0Z", "#8f9697") +
  times(6, (row) =>
    times(3 + Math.floor(row / 3), (at) =>
      ellipse((at - (2 + Math.floor(row / 3)) / 2) * 34, -290 + row * 48, 9, 6, "#6f7678"),
    ),
  );

const apronColander: Motif["draw"] = (b) => {
  const outline = lathe([
    [190, -150],
    [170, -80],
    [104, -16],
    [80, 0],
  ]);
  return (
    stroke("M-186-140h-44q-12 0-12 14t12 14h52M186-140h44q12 0 12 14t-12 14h-52", shade(b.main, -0.08), 12) +
    path(outline, b.lit(b.main)) +
    ellipse(0, -150, 190, 27, shade(b.main, 0.1)) +
    ellipse(0, -147, 174, 20, shade(b.main, -0.16)) +
    b.inside(
      outline,
      times(4, (row) =>
        stroke(
          d`M${-170} ${-98 + row * 28}Q0 ${-70 + row * 28} 170 ${-98 + row * 28}`,
          shade(b.main, -0.28),
          10,
          'stroke-dasharray="0 27"',
        ),
      ),
    )
  );
};

export const kitchen = {
  casserole: stand(160, casserole, 1.12),
  pan: stand(110, pan, 1.05),
  kettle: stand(150, kettle, 1.12),
  moka: stand(90, moka),
  knife: lay(knife),
  board: stand(130, board),
  utensils: stand(95, utensils, 1.05),
  mortar: stand(105, mortar, 1.2),
  mill: stand(115, mill),
  tray: lay(tray),
  pin: lay(pin),
  grater: stand(110, grater),
  colander: stand(90, apronColander, 1.15),
} satisfies Record<string, Motif>;
