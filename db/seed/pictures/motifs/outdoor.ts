import { materials, ornament, shine } from "../brush";
import { shade } from "../colour";
import { hang, lay, type Motif, stand } from "../motif";
import { circle, d, ellipse, group, lathe, path, rect, ring, stroke, times } from "../shapes";

const jacket: Motif["draw"] = (b) =>
  stroke("M0-20C0-70 54-70 46-36", "#a9aeae", 9) +
  stroke("M-90 30L0-20L90 30", materials.wood, 11) +
  path(
    "M-78 0Q0 34 78 0L158 54L214 300L150 322L128 200V380Q0 396-128 380V200L-150 322L-214 300L-158 54Z",
    b.lit(b.main),
  ) +
  path("M-158 54L-78 0Q0 34 78 0L158 54L140 120Q0 150-140 120Z", b.lit(b.second)) +
  path("M-78 0C-70-50 70-50 78 0Q0 44-78 0Z", b.lit(shade(b.main, -0.08))) +
  stroke("M0 24V386", shade(b.main, -0.2), 8, 'stroke-dasharray="6 4"') +
  stroke("M-96 250L-52 300M96 250L52 300", shade(b.main, -0.16), 8) +
  ornament(b, 70, 92, 36, materials.paper);

const tent: Motif["draw"] = (b) =>
  path("M-60-300L-262 0H60Z", b.lit(b.main)) +
  path("M-60-300L120-270L262-10L60 0Z", b.lit(shade(b.main, -0.08))) +
  path("M-60-300L-150 0H-10Z", shade(b.main, -0.24)) +
  path("M-60-300L-150 0L-196 0Q-120-120-60-300Z", b.lit(b.second)) +
  path("M-60-300L-10 0L34 0Q-10-140-60-300Z", b.lit(b.second)) +
  stroke("M-60-300L-84-330M120-270L140-300", b.accent, 7) +
  stroke("M-200-92L-292-2M200-130L296-10", shade(b.main, 0.16), 3) +
  stroke("M20-286Q110-160 150-4", shade(b.main, -0.16), 4);

const rope: Motif["draw"] = (b) =>
  times(5, (at) =>
    ellipse(
      0,
      -10,
      172 - at * 14,
      196 - at * 10,
      "none",
      `stroke="${at % 2 ? shade(b.main, 0.08) : b.main}" stroke-width="19" transform="rotate(${at * 9 - 18})"`,
    ),
  ) +
  ellipse(0, -10, 164, 190, "none", `stroke="${b.second}" stroke-width="7" stroke-dasharray="5 20"`) +
  times(5, (at) => rect(-62, -230 + at * 18, 124, 19, 9, b.lit(at % 2 ? b.main : shade(b.main, 0.06)))) +
  stroke("M60-140C150-60 150 120 210 220M-60-140C-90-40-130 110-60 230", b.main, 19) +
  stroke("M60-140C150-60 150 120 210 220", b.second, 6, 'stroke-dasharray="5 20"');

const carabiner: Motif["draw"] = (b) => {
  const one = (x: number, y: number, turn: number, c: string) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      stroke("M-50-90C-60-170 70-180 66-90L44 96C30 170-66 150-58 80", c, 27) +
        stroke("M-50-90L-58 80", "#c2c7c7", 21) +
        circle(-50, -92, 9, "#7c8283") +
        stroke("M-30-120C-20-150 40-150 48-110", "#fff", 6, 'opacity=".4"'),
    );
  return one(-96, -40, -16, b.main) + one(96, 30, 14, b.second);
};

const headlamp: Motif["draw"] = (b) =>
  path("M40-170L290-290V10L40-110Z", "#fff0b8", 'opacity=".55"') +
  stroke("M-60-140C-240-150-250-10-90-6S150-20 120-90", b.main, 38) +
  stroke("M-60-140C-230-150-240-16-90-12S140-26 116-90", b.second, 7, 'stroke-dasharray="14 10"') +
  rect(-84, -226, 150, 170, 34, b.lit(materials.dark)) +
  path("M50-210H70Q96-206 96-180V-100Q96-76 70-72H50Z", b.lit("#a9aeae")) +
  ellipse(94, -140, 17, 62, "#fff6d4") +
  rect(-50, -242, 60, 20, 8, b.accent);

const sleepingBag: Motif["draw"] = (b) => {
  const outline = "M-30-210H180Q230-210 230-105T180 0H-30Z";
  return (
    path(outline, b.lit(b.main)) +
    b.inside(
      outline,
      times(4, (at) =>
        stroke(d`M${10 + at * 56} -214Q${30 + at * 56} -105 ${10 + at * 56} 4`, shade(b.main, -0.09), 4),
      ) +
        rect(60, -220, 24, 230, 0, b.lit(b.second)) +
        rect(156, -220, 24, 230, 0, b.lit(b.second)),
    ) +
    ellipse(-40, -105, 106, 105, b.lit(shade(b.main, 0.05))) +
    stroke("M-40-105m0-12a12 12 0 1 1-10 20a30 30 0 1 1 42-26a50 50 0 1 1-84-14a72 72 0 0 1 132 32", b.accent, 9)
  );
};

const stove: Motif["draw"] = (b) =>
  path(
    lathe([
      [60, -70],
      [118, -60],
      [122, 0],
    ]),
    b.lit(b.second),
  ) +
  rect(-20, -112, 40, 50, 4, b.lit("#8f9697")) +
  stroke("M-96-164L-30-116M96-164L30-116M0-160V-116", "#8f9697", 11) +
  path("M-56-170Q-40-140-30-166Q-14-130 0-166Q14-130 30-166Q44-140 56-170Z", "#5f8fc4", 'opacity=".8"') +
  stroke("M108-250H190Q214-250 212-226", "#8f9697", 12) +
  path(
    lathe([
      [118, -320],
      [118, -250],
      [108, -176],
    ]),
    b.lit(b.main),
  ) +
  path("M-126-320C-100-362 100-362 126-320Z", b.lit(shade(b.main, 0.05))) +
  circle(0, -354, 13, materials.dark) +
  shine("M-92-296V-206", 9);

const flask: Motif["draw"] = (b) =>
  rect(-42, -410, 84, 66, 12, b.lit(b.pick([materials.dark, "#a9aeae", materials.wood]))) +
  stroke("M-30-404C-30-440 30-440 30-404", materials.dark, 10) +
  path(
    lathe([
      [48, -350],
      [50, -334],
      [88, -280],
      [90, -140],
      [88, 0],
    ]),
    b.lit(b.main),
  ) +
  rect(-90, -62, 180, 18, 0, shade(b.main, -0.1), 'opacity=".6"') +
  ornament(b, 0, -180, 92, b.second) +
  shine("M-64-256V-50", 11, 0.3);

const map: Motif["draw"] = (b) => {
  const fold = (x: number, up: number, c: string) =>
    path(d`M${x} ${-170 - up}l120 ${up * 2}V${190 + up}l-120 ${-up * 2}Z`, c);
  const sheet = shade(b.main, 0.16);
  return (
    fold(-240, 14, b.lit(sheet)) +
    fold(-120, -14, shade(sheet, -0.04)) +
    fold(0, 14, b.lit(sheet)) +
    fold(120, -14, shade(sheet, -0.04)) +
    stroke("M-220 60C-150-60-80 120 0 0S140 40 226-60", "#6d9bb5", 11) +
    times(3, (at) =>
      ellipse(-80 + at * 14, -70, 92 - at * 28, 54 - at * 17, "none", `stroke="#8a7a54" stroke-width="3"`),
    ) +
    ellipse(140, 90, 70, 40, "#9cb178", 'opacity=".8"') +
    stroke("M-200 130L-90 70L-20 110L60-60L170-100", "#c8432f", 6, 'stroke-dasharray="12 10"') +
    path("M170-150C140-150 134-116 170-92C206-116 200-150 170-150Z", "#c8432f")
  );
};

const beanie: Motif["draw"] = (b) => {
  const outline = "M-160-90C-166-330 166-330 160-90Z";
  return (
    circle(0, -300, 52, b.lit(b.second)) +
    times(
      8,
      (at) =>
        `<path d="M0-300l0-54" stroke="${shade(b.second, 0.08)}" stroke-width="9" stroke-linecap="round" transform="rotate(${at * 45} 0 -300)"/>`,
    ) +
    path(outline, b.lit(b.main)) +
    b.inside(
      outline,
      times(2, (row) =>
        stroke(
          d`M-170 ${-140 - row * 60}l34 -22l34 22l34 -22l34 22l34 -22l34 22l34 -22l34 22l34 -22l34 22`,
          row ? b.accent : b.second,
          11,
        ),
      ),
    ) +
    rect(-180, -104, 360, 104, 34, b.lit(shade(b.main, -0.04))) +
    times(9, (at) => stroke(d`M${-140 + at * 35} -92V-14`, shade(b.main, -0.14), 5))
  );
};

const axe: Motif["draw"] = (b) =>
  group(
    "rotate(24)",
    rect(-15, -190, 30, 430, 12, b.lit(b.main)) +
      path("M-14 226L0 270L14 226Z", "#8f9697") +
      path("M-190-150Q-90-226 20-214L130-196Q150-184 130-172L20-160Q-80-170-176-128Z", b.lit("#b4babb")) +
      rect(-20, 130, 40, 90, 8, b.lit(materials.dark)) +
      stroke("M0-150C70-90 70 20 20 70", b.second, 13),
  );

const compass: Motif["draw"] = (b) =>
  stroke("M0-196C-60-260 90-270 60-196", b.second, 11) +
  circle(0, 20, 206, b.lit(b.main)) +
  circle(0, 20, 176, materials.paper) +
  ring(0, 20, 152, materials.dark, 15, "3 10.26") +
  path("M0-108L30 20H-30Z", "#c8432f") +
  path("M0 148L30 20H-30Z", "#56636d") +
  circle(0, 20, 15, b.lit(materials.brass)) +
  rect(-26, -206, 52, 26, 8, b.lit(shade(b.main, -0.1)));

const poles: Motif["draw"] = (b) => {
  const pole = (x: number, turn: number) =>
    group(
      `translate(${x} 0) rotate(${turn})`,
      rect(-8, -160, 16, 390, 4, b.lit(b.main)) +
        rect(-10, 10, 20, 26, 4, materials.dark) +
        ellipse(0, 200, 40, 13, materials.dark) +
        path("M-5 228L0 256L5 228Z", "#8f9697") +
        rect(-19, -240, 38, 110, 17, b.lit(b.pick([materials.dark, "#b88a56"]))) +
        ellipse(0, -172, 44, 70, "none", `stroke="${b.second}" stroke-width="9"`),
    );
  return pole(-74, 10) + pole(84, -12);
};

const socks: Motif["draw"] = (b) => {
  const one = (x: number, turn: number) =>
    group(
      `translate(${x} 0) rotate(${turn})`,
      path("M-60-230H60V40C70 90 150 110 150 170Q146 222 90 220C10 216-60 170-64 60Z", b.lit(b.main)) +
        rect(-64, -236, 128, 64, 10, b.lit(b.second)) +
        path("M96 118C140 130 150 150 150 170Q146 222 90 220Q74 160 96 118Z", b.lit(b.second)) +
        path("M-63 30Q0 40 0 90Q-30 130-44 122Q-64 90-63 30Z", b.lit(b.accent)) +
        stroke("M-60-120H60M-60-90H60", b.accent, 11),
    );
  return one(-130, 6) + one(70, -8);
};

const canister: Motif["draw"] = (b) =>
  times(2, (at) =>
    group(
      `translate(${at ? 92 : -84} ${at ? 0 : -14})`,
      rect(-70, at ? -250 : -300, 140, at ? 250 : 300, 26, b.lit(at ? b.second : b.main)) +
        rect(-50, at ? -282 : -332, 100, 42, 8, b.lit(materials.dark)) +
        ornament(b, 0, -130, 80, materials.paper) +
        shine(at ? "M-48-210V-50" : "M-48-260V-50", 8),
    ),
  );

export const outdoor = {
  jacket: hang(jacket),
  tent: stand(240, tent),
  rope: lay(rope),
  carabiner: lay(carabiner),
  headlamp: stand(100, headlamp),
  sleepingbag: stand(170, sleepingBag),
  stove: stand(115, stove),
  flask: stand(86, flask),
  map: lay(map),
  beanie: stand(160, beanie),
  axe: lay(axe),
  compass: lay(compass),
  poles: lay(poles),
  socks: lay(socks),
  canister: stand(150, canister),
} satisfies Record<string, Motif>;
