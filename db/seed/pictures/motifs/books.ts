import { type Brush, leaf, materials, ornament } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand } from "../motif";
import { circle, d, ellipse, group, path, rect, ring, stroke, times } from "../shapes";

const jacket = (b: Brush, w: number, h: number) =>
  b.pick([
    circle(0, -h * 0.58, w * 0.3, b.accent) +
      path(d`M${-w / 2} ${-h * 0.3}Q0 ${-h * 0.46} ${w / 2} ${-h * 0.26}V0H${-w / 2}Z`, b.second),
    ornament(b, 0, -h * 0.56, w * 0.62, b.second) +
      rect(-w * 0.3, -h * 0.2, w * 0.6, 9, 4, b.second) +
      rect(-w * 0.2, -h * 0.14, w * 0.4, 6, 3, b.second),
    times(3, (at) =>
      path(
        d`M${-w / 2} ${-h * (0.42 - at * 0.13)}q${w * 0.25} ${-h * 0.12} ${w * 0.5} 0t${w * 0.5} ${-h * 0.04}V0H${-w / 2}Z`,
        [b.second, shade(b.second, -0.1), b.accent][at]!,
      ),
    ) + circle(w * 0.2, -h * 0.72, w * 0.12, b.accent),
    times(4, (at) =>
      leaf(
        at % 2 ? 14 : -14,
        -h * (0.24 + at * 0.1),
        at % 2 ? -40 : -140,
        w * 0.34,
        w * 0.08,
        at < 2 ? b.second : b.accent,
      ),
    ) +
      rect(-3, -h * 0.66, 6, h * 0.5, 3, b.second) +
      circle(0, -h * 0.7, w * 0.1, b.accent),
    times(12, (at) =>
      circle(((at % 3) - 1) * w * 0.27, -h * (0.2 + Math.floor(at / 3) * 0.2), w * 0.085, at % 2 ? b.accent : b.second),
    ),
    times(5, (at) => rect(-w / 2, -h + 30 + (at * h) / 5.4, w, h / 13, 0, at % 2 ? b.accent : b.second)),
    rect(-w * 0.34, -h * 0.84, w * 0.68, h * 0.3, 2, materials.paper) +
      rect(-w * 0.24, -h * 0.74, w * 0.48, 10, 4, b.main) +
      rect(-w * 0.16, -h * 0.66, w * 0.32, 6, 3, b.main) +
      ornament(b, 0, -h * 0.26, w * 0.36, b.second),
    path(d`M${-w / 2} ${-h}L${w / 2} ${-h * 0.5}V${-h}Z`, b.second) +
      circle(-w * 0.14, -h * 0.3, w * 0.2, b.accent) +
      rect(-w * 0.36, -h * 0.62, w * 0.5, 8, 4, materials.paper),
  ]);

const book: Motif["draw"] = (b) => {
  const w = b.between(250, 290);
  const h = b.between(360, 400);
  const face = d`M${-w / 2} ${-h}H${w / 2}V0H${-w / 2}Z`;
  return (
    path(d`M${w / 2} ${-h}l34 -20V-20L${w / 2} 0Z`, "#efe5d0") +
    stroke(d`M${w / 2 + 11} ${-h}V-12M${w / 2 + 22} ${-h - 8}V-18`, "#d5c7ab", 2) +
    path(d`M${-w / 2} ${-h}l34 -20H${w / 2 + 34}L${w / 2} ${-h}Z`, shade(b.main, -0.1)) +
    path(face, b.lit(b.main)) +
    b.inside(face, jacket(b, w, h)) +
    rect(-w / 2, -h, 20, h, 0, shade(b.main, -0.09), 'opacity=".6"')
  );
};

const stack: Motif["draw"] = (b) => {
  const colours = [b.main, b.second, b.accent, shade(b.main, 0.08), "#7d8a6a"];
  let y = 0;
  const books = times(b.pick([4, 5]), (at) => {
    const h = b.between(46, 66);
    const w = b.between(290, 370);
    const x = b.between(-20, 20) - w / 2;
    y -= h;
    const c = colours[at % 5]!;
    return (
      rect(x, y, w, h, 7, b.lit(c)) +
      rect(x + w - 24, y + 7, 26, h - 14, 0, "#f1e7d2") +
      rect(x + 40, y + h * 0.34, w * 0.34, h * 0.22, 3, shade(c, 0.18)) +
      stroke(d`M${x + 20} ${y + 2}V${y + h - 2}M${x + w - 60} ${y + 2}V${y + h - 2}`, shade(c, 0.14), 4)
    );
  });
  return (
    books +
    (b.chance(0.5)
      ? group(
          `translate(20 ${y})`,
          path("M-40-56H40C38-20 24 0 0 0S-38-20-40-56Z", b.lit(materials.paper)) +
            stroke("M38-48C66-50 62-16 30-16", materials.paper, 9) +
            ellipse(0, -56, 40, 7, materials.tea),
        )
      : "")
  );
};

const record: Motif["draw"] = (b) => {
  const art = b.pick([
    circle(-50, -6, 110, b.accent) + circle(-50, -6, 70, b.second) + circle(-50, -6, 30, b.main),
    times(6, (at) => rect(-230 + at * 64, -180, 36, 360, 0, at % 2 ? b.second : b.accent)),
    path("M-240 100C-160-40-60 160 140-60V190H-240Z", b.second) + circle(40, -90, 52, b.accent),
    times(4, (at) => ring(-50, 190, 70 + at * 62, at % 2 ? b.second : b.accent, 27)),
    path("M-50-140L90 140H-190Z", b.second) + path("M-50-40L30 140H-130Z", b.accent),
  ]);
  const sleeve = "M-240-190H140V190H-240Z";
  return (
    circle(96, 0, 178, "#2b2a2e") +
    [160, 140, 120, 100].map((r) => ring(96, 0, r, "#3d3b41", 3)).join("") +
    circle(96, 0, 62, b.lit(b.accent)) +
    circle(96, 0, 8, materials.paper) +
    path(sleeve, b.lit(b.main)) +
    b.inside(sleeve, art) +
    rect(-220, -168, 130, 10, 4, materials.paper) +
    rect(-220, -148, 86, 7, 3, materials.paper)
  );
};

const cassette: Motif["draw"] = (b) =>
  group(
    "rotate(-6)",
    rect(-220, -140, 440, 280, 20, b.lit(b.main)) +
      rect(-184, -112, 368, 160, 10, materials.paper) +
      rect(-184, -112, 368, 44, 8, b.second) +
      rect(-184, -4, 368, 20, 0, b.accent) +
      rect(-110, -40, 220, 76, 38, shade(b.main, -0.2)) +
      [-66, 66]
        .map((x) => circle(x, -2, 30, materials.paper) + ring(x, -2, 19, shade(b.main, -0.2), 9, "6 6"))
        .join("") +
      path("M-130 140L-104 74H104L130 140Z", shade(b.main, -0.1)) +
      [-190, 190].map((x) => circle(x, 112, 9, shade(b.main, -0.2))).join(""),
  );

const turntable: Motif["draw"] = (b) =>
  rect(-240, -240, 480, 440, 20, b.lit(b.main)) +
  rect(-224, -224, 448, 408, 12, b.lit(shade(b.main, 0.05))) +
  circle(-40, -20, 170, "#2b2a2e") +
  [150, 128, 106, 84].map((r) => ring(-40, -20, r, "#403e44", 3)).join("") +
  circle(-40, -20, 56, b.lit(b.accent)) +
  circle(-40, -20, 7, materials.paper) +
  circle(170, -160, 36, b.lit("#a9aeae")) +
  stroke("M170-160L166 20L92 88", "#d4d8d7", 13) +
  rect(72, 76, 36, 26, 5, materials.dark) +
  circle(-190, 160, 17, b.lit(materials.brass)) +
  rect(120, 130, 90, 22, 11, b.second);

const magazine: Motif["draw"] = (b) => {
  const cover = "M-160-220H160V220H-160Z";
  return (
    group("rotate(11) translate(24 12)", rect(-160, -220, 320, 440, 3, b.lit(b.second))) +
    path(cover, b.lit(b.main)) +
    b.inside(
      cover,
      b.pick([
        circle(20, 50, 130, b.accent) + path("M-160 120Q0 20 160 150V220H-160Z", b.second),
        path("M-160-40L160 100V220H-160Z", b.second) + circle(70, -20, 56, b.accent),
      ]),
    ) +
    rect(-132, -190, 200, 42, 5, materials.paper) +
    rect(-132, -132, 110, 9, 4, materials.paper) +
    rect(-132, 180, 70, 8, 4, materials.paper)
  );
};

export const books = {
  book: stand(150, book),
  bookstack: stand(180, stack),
  record: lay(record),
  cassette: lay(cassette),
  turntable: lay(turntable),
  magazine: lay(magazine),
} satisfies Record<string, Motif>;
