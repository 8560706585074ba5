import { leaf, materials, ornament, sprig } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand, wall } from "../motif";
import { circle, d, ellipse, group, lathe, path, rect, ring, stroke, times } from "../shapes";

const notebook: Motif["draw"] = (b) => {
  const w = b.between(290, 330);
  const h = 430;
  const cover = b.pick([
    rect(-w / 2, -h / 2, 52, h, 0, b.lit(b.second)) + ornament(b, 26, -40, 110, b.second),
    ornament(b, 0, -30, 150, b.second) + rect(-50, 130, 100, 7, 3, b.second),
    times(5, (at) =>
      stroke(
        d`M${-w / 2 + 20} ${-150 + at * 74}q${w / 8 - 5} -34 ${w / 4 - 10} 0t${w / 4 - 10} 0t${w / 4 - 10} 0t${w / 4 - 10} 0`,
        at % 2 ? b.second : shade(b.main, 0.13),
        7,
      ),
    ),
    rect(-90, -110, 180, 96, 4, materials.paper) +
      rect(-60, -74, 120, 6, 3, b.second) +
      rect(-40, -52, 80, 5, 2, b.second),
  ]);
  const band = b.chance(0.5) ? rect(w / 2 - 52, -h / 2, 13, h, 0, b.accent) : stroke(d`M-20 ${h / 2}v42`, b.accent, 10);
  return (
    rect(-w / 2 + 8, -h / 2 + 10, w, h, 12, "#e9dfca") +
    rect(-w / 2, -h / 2, w, h, 12, b.lit(b.main)) +
    stroke(d`M${-w / 2 + 18} ${-h / 2}V${h / 2}`, shade(b.main, -0.1), 4) +
    cover +
    band
  );
};

const envelope: Motif["draw"] = (b) =>
  group(
    "translate(30 -60) rotate(8)",
    rect(-190, -130, 380, 250, 4, b.lit(materials.paper)) +
      ornament(b, 0, -30, 90, b.second) +
      rect(-60, 60, 120, 6, 3, b.second),
  ) +
  group(
    "translate(-20 60)",
    rect(-210, -140, 420, 280, 6, b.lit(b.main)) +
      path("M-210 140L-30-4Q0-22 30-4L210 140Z", shade(b.main, 0.05)) +
      path("M-206-140L-26 30Q0 50 26 30L206-140Z", b.lit(shade(b.main, -0.05))) +
      circle(0, 22, 34, b.lit(b.accent)) +
      ornament(b, 0, 22, 34, shade(b.accent, -0.16)),
  );

const pen: Motif["draw"] = (b) => {
  const trim = b.pick([materials.brass, materials.metal]);
  return (
    group(
      "rotate(-42)",
      path("M-250-8L-210-24V24L-250 8Z", b.lit(trim)) +
        stroke("M-250 0H-214", materials.dark, 2) +
        rect(-212, -24, 60, 48, 6, b.lit(shade(b.main, -0.1))) +
        rect(-156, -30, 250, 60, 8, b.lit(b.main)) +
        rect(-162, -31, 12, 62, 2, trim) +
        path("M94-30H220Q250-24 250 0T220 30H94Z", b.lit(shade(b.main, -0.04))) +
        rect(90, -32, 14, 64, 2, trim),
    ) +
    group(
      "translate(84 96) rotate(-42)",
      rect(-170, -28, 250, 56, 26, b.lit(b.main)) + rect(-172, -30, 14, 60, 3, trim) + rect(-150, -8, 170, 15, 7, trim),
    ) +
    stroke("M-214 214C-150 190-140 244-90 214S0 220 40 206", b.second, 6)
  );
};

const ink: Motif["draw"] = (b) => {
  const outline =
    "M-124-20Q-124 0-104 0H104Q124 0 124-20V-130Q124-164 90-170L60-178V-214H-60V-178L-90-170Q-124-164-124-130Z";
  return (
    stroke("M150-330L86-196", materials.brass, 8) +
    path("M222-430C250-400 190-330 150-316C146-360 170-420 222-430Z", b.lit(b.second)) +
    path(outline, materials.glass) +
    b.inside(outline, path("M-130-138Q0-126 130-138V6H-130Z", b.lit(b.main))) +
    rect(-68, -262, 136, 58, 8, b.lit(materials.dark)) +
    rect(-78, -116, 156, 86, 4, materials.paper) +
    ornament(b, 0, -82, 44, b.main) +
    rect(-34, -50, 68, 5, 2, b.main) +
    stroke("M-104-130V-30", "#fff", 8, 'opacity=".5"')
  );
};

const tape: Motif["draw"] = (b) => {
  const roll = (x: number, y: number, r: number, c: string, dots: string) =>
    group(
      `translate(${x} ${y})`,
      circle(0, 0, r, b.lit(c)) +
        ring(0, 0, r * 0.82, shade(c, 0.1), 5, dots) +
        ring(0, 0, r * 0.7, shade(c, -0.09), 3) +
        circle(0, 0, r * 0.56, "#e6d8bd") +
        circle(3, 4, r * 0.44, shade(c, -0.3)),
    );
  return (
    path("M60 60L240 190L226 214L210 206L204 226L40 100Z", b.lit(b.main)) +
    roll(-100, -84, 112, b.second, "8 9") +
    roll(110, -110, 90, b.accent, "2 8") +
    roll(-10, 96, 128, b.main, "16 8")
  );
};

const papers: Motif["draw"] = (b) => {
  const tones = [shade(b.main, 0.12), b.accent, b.second, shade(b.main, 0.05), b.main];
  return (
    times(5, (at) =>
      group(
        `rotate(${-26 + at * 11}) translate(${-20 + at * 10} ${(at - 2) * 8})`,
        rect(-150, -200, 300, 400, 3, b.lit(tones[at]!)),
      ),
    ) +
    group(
      "rotate(18) translate(20 16)",
      times(5, (at) => stroke(d`M-130 ${-150 + at * 74}q32 -30 65 0t65 0t65 0t65 0`, shade(b.main, 0.14), 5)),
    )
  );
};

const brush: Motif["draw"] = (b) => {
  const one = (x: number, turn: number, c: string, tip: string) =>
    group(
      `translate(${x} 0) rotate(${turn})`,
      rect(-13, -230, 26, 320, 11, b.lit(c)) +
        rect(-18, 84, 36, 52, 4, b.lit(materials.brass)) +
        path("M-18 134H18C28 170 14 206 0 240C-14 206-28 170-18 134Z", b.lit(tip)),
    );
  return (
    one(-104, 13, materials.wood, materials.dark) +
    one(0, -3, b.main, "#e8dcc4") +
    one(104, -15, materials.darkWood, b.second)
  );
};

const foldingFan: Motif["draw"] = (b) => {
  const blades = times(
    11,
    (at) =>
      `<g transform="translate(0 150) rotate(${-75 + at * 15})">${path("M-7 0L-40-330Q0-346 40-330L7 0Z", b.lit(at % 2 ? b.main : shade(b.main, 0.045)))}</g>`,
  );
  return (
    blades +
    `<g transform="translate(0 150)">${times(11, (at) => `<path d="M0 0V-170" stroke="${materials.darkWood}" stroke-width="9" stroke-linecap="round" transform="rotate(${-75 + at * 15})"/>`)}</g>` +
    circle(-40, -90, 44, b.accent) +
    leaf(30, -60, -30, 110, 19, b.second) +
    leaf(30, -60, -70, 100, 17, b.second) +
    circle(0, 150, 14, materials.brass) +
    stroke("M0 160C-10 200 14 210 0 250", b.accent, 7)
  );
};

const card: Motif["draw"] = (b) =>
  path("M-40-340L170-300V-10L-40 0Z", shade(materials.paper, -0.08)) +
  path("M-40-340L-190-290V-14L-40 0Z", b.lit(b.main)) +
  path("M-40-340L150-356V-22L-40 0Z", b.lit(b.main)) +
  b.inside("M-40-340L150-356V-22L-40 0Z", sprig(b, 40, -50, 26, 180, b.second) + circle(100, -240, 34, b.accent)) +
  path("M-190-290L-40-340V0L-190-14Z", shade(b.main, -0.08));

const crane: Motif["draw"] = (b) =>
  path("M-20-60L-210-330L-70-200L10-130Z", b.lit(shade(b.main, -0.07))) +
  path("M30-60L230-350L84-214L-10-130Z", b.lit(b.main)) +
  path("M-60-70L0-160L80-70L10 0Z", b.lit(shade(b.main, 0.04))) +
  path("M-50-84L-160-250L-204-226L-166-222L-70-60Z", b.lit(b.main)) +
  path("M70-84L226-160L60-40Z", shade(b.main, -0.11)) +
  path("M0-160L10 0L80-70Z", shade(b.main, -0.06)) +
  path("M230-350L84-214L40-130Z", shade(b.main, 0.07));

const seal: Motif["draw"] = (b) =>
  path(
    lathe([
      [22, -360],
      [44, -330],
      [26, -262],
      [52, -206],
      [34, -180],
    ]),
    b.lit(materials.darkWood),
  ) +
  rect(-60, -186, 120, 96, 8, b.lit(b.main)) +
  rect(-60, -106, 120, 20, 2, shade(b.main, -0.2)) +
  path("M86-40L260-40V4H86Z", b.lit(materials.paper)) +
  ellipse(-130, -14, 92, 20, b.lit(b.accent)) +
  ellipse(-130, -22, 92, 20, b.lit(shade(b.accent, 0.05))) +
  ellipse(-130, -22, 70, 13, shade(b.accent, -0.12));

const pencils: Motif["draw"] = (b) => {
  const colours = [b.accent, b.second, b.main, materials.wood, "#cf9536"];
  return (
    times(5, (at) =>
      group(
        `translate(${-60 + at * 30} -150) rotate(${-16 + at * 8})`,
        rect(-13, -b.between(150, 190), 26, 220, 2, b.lit(colours[at]!)) +
          path("M-13-186L0-232L13-186Z", "#e6c79a") +
          path("M-5-214L0-232L5-214Z", colours[at]!),
      ),
    ) +
    path(
      lathe([
        [94, -200],
        [94, -100],
        [88, 0],
      ]),
      b.lit(b.main),
    ) +
    path("M-94-200A94 13 0 0 0 94-200V-176A94 13 0 0 1-94-176Z", shade(b.main, 0.1)) +
    ornament(b, 0, -92, 80, b.second)
  );
};

const calendar: Motif["draw"] = (b) =>
  rect(-160, -210, 320, 430, 4, b.lit(materials.paper)) +
  rect(-160, -210, 320, 200, 4, b.lit(b.main)) +
  b.inside(
    "M-160-210H160V-10H-160Z",
    circle(b.between(-60, 80), -120, 60, b.accent) +
      path("M-160-70C-80-150-20-20 60-90S140-60 160-80V-10H-160Z", b.second),
  ) +
  times(28, (at) =>
    circle(-123 + (at % 7) * 41, 46 + Math.floor(at / 7) * 42, 8, at % 7 === 6 ? b.accent : shade(b.second, 0.1)),
  ) +
  rect(-172, -228, 344, 26, 6, b.lit(materials.wood)) +
  stroke("M-80-228L0-268L80-228", materials.darkWood, 5);

const globe: Motif["draw"] = (b) => {
  const outline = "M-150-230A150 150 0 1 1 150-230A150 150 0 1 1-150-230Z";
  return (
    path(
      lathe([
        [20, -86],
        [18, -30],
        [96, -12],
        [104, 0],
      ]),
      b.lit(materials.darkWood),
    ) +
    stroke("M88-384A180 180 0 0 1-30-52", materials.brass, 13) +
    path(outline, b.lit(b.main)) +
    b.inside(
      outline,
      path(
        "M-120-340C-40-370-20-300-60-270S-130-200-150-240ZM20-340C90-360 130-300 160-260L150-160C90-150 70-220 30-240S-10-320 20-340ZM-60-190C0-200 10-140-20-90S-90-150-60-190Z",
        b.lit(b.second),
      ) + stroke("M-150-230Q0-190 150-230M-130-300Q0-270 130-300M-130-160Q0-116 130-160", "#fff", 2.5, 'opacity=".4"'),
    ) +
    stroke("M-110-280Q-80-340-30-358", "#fff", 11, 'opacity=".35"')
  );
};

export const paper = {
  notebook: lay(notebook),
  envelope: lay(envelope),
  pen: lay(pen),
  ink: stand(115, ink),
  tape: lay(tape),
  papers: lay(papers),
  brush: lay(brush),
  fan: wall(foldingFan),
  card: stand(140, card),
  crane: stand(60, crane),
  seal: stand(150, seal),
  pencils: stand(88, pencils),
  calendar: wall(calendar),
  globe: stand(100, globe),
} satisfies Record<string, Motif>;
