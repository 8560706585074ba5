import { type Brush, leaf, materials, shine } from "../brush";
import { shade } from "../colour";
import { hang, type Motif, stand, wall } from "../motif";
import { circle, d, ellipse, group, lathe, path, rect, stroke, times } from "../shapes";

const glow = (x: number, y: number, rx: number, ry: number) => ellipse(x, y, rx * 1.15, ry * 1.15, "url(#g)");
const shadePath = (b: Brush, y: number) =>
  b.pick([
    d`M-56 ${y - 130}H56L128 ${y}H-128Z`,
    d`M-128 ${y}C-128 ${y - 172} 128 ${y - 172} 128 ${y}Z`,
    d`M-96 ${y - 120}H96L112 ${y}H-112Z`,
    d`M-30 ${y - 140}C-30 ${y - 70} -140 ${y - 60} -150 ${y}H150C140 ${y - 60} 30 ${y - 70} 30 ${y - 140}Z`,
  ]);

const tableLamp: Motif["draw"] = (b) => {
  const y = -236;
  const foot = b.pick([
    path(
      lathe([
        [14, -240],
        [26, -200],
        [78, -100],
        [62, 0],
      ]),
      b.lit(b.second),
    ),
    rect(-9, -246, 18, 240, 4, b.lit(materials.brass)) +
      path(
        lathe([
          [70, -20],
          [84, 0],
        ]),
        b.lit(materials.brass),
      ),
    times(3, (at) => circle(0, -40 - at * 70, 44 - at * 6, b.lit(at % 2 ? b.accent : b.second))),
  ]);
  return (
    glow(0, y + 30, 230, 150) +
    foot +
    path(shadePath(b, y), b.lit(b.main)) +
    path(d`M-110 ${y}Q0 ${y + 12} 110 ${y}L104 ${y + 4}H-104Z`, "#ffe9b0")
  );
};

const floorLamp =
  (arc: boolean): Motif["draw"] =>
  (b) => {
    return arc
      ? ellipse(-90, -6, 96, 18, b.lit(materials.dark)) +
          stroke("M-90-10V-300C-90-440 110-450 110-350", materials.brass, 11) +
          glow(110, -250, 160, 110) +
          path("M20-290C20-370 200-370 200-290Z", b.lit(b.main)) +
          ellipse(110, -290, 90, 11, "#ffeab2")
      : glow(0, -270, 200, 130) +
          stroke(
            "M0-300L-84-4M0-300L84-4M0-300V-20",
            b.pick([materials.wood, materials.darkWood, materials.dark]),
            12,
          ) +
          path("M-66-430H66L110-288H-110Z", b.lit(b.main)) +
          path("M-106-290Q0-278 106-290L104-284H-104Z", "#ffe9b0");
  };

const pendant =
  (form: "dome" | "bell" | "globe" | "disc"): Motif["draw"] =>
  (b) => {
    const art = {
      dome:
        path("M-180 220C-180 60-70 40-24 30H24C70 40 180 60 180 220Z", b.lit(b.main)) +
        ellipse(0, 220, 180, 24, "#ffe7a8"),
      bell:
        path("M-34 30H34C40 130 140 150 150 270H-150C-140 150-40 130-34 30Z", b.lit(b.main)) +
        ellipse(0, 270, 150, 20, "#ffe7a8"),
      globe:
        times(7, (at) => ellipse(0, 190, 168 - at * 27, 160, at % 2 ? shade(b.main, -0.035) : shade(b.main, 0.05))) +
        rect(-34, 22, 68, 22, 6, b.lit(materials.wood)),
      disc:
        path("M-40 40H40L60 130H-60Z", b.lit(b.main)) +
        path("M-220 190C-160 110 160 110 220 190Z", b.lit(b.main)) +
        path("M-130 236C-90 176 90 176 130 236Z", b.lit(shade(b.main, 0.03))) +
        ellipse(0, 190, 220, 17, shade(b.main, -0.1)) +
        ellipse(0, 236, 130, 12, "#ffe7a8"),
    }[form];
    return glow(0, 330, 260, 150) + rect(-16, 0, 32, 44, 5, b.lit(materials.brass)) + art;
  };

const ladderBack = (b: Brush, wood: string) =>
  rect(-112, -410, 224, 62, 26, b.lit(wood)) + rect(-106, -318, 212, 36, 16, b.lit(wood));
const spokeBack = (_: Brush, wood: string) =>
  stroke("M-112-210C-120-430 120-430 112-210", wood, 21) +
  times(4, (at) => stroke(d`M${-60 + at * 40} -208V${at === 0 || at === 3 ? -348 : -368}`, shade(wood, 0.04), 9));
const shellBack = (b: Brush, wood: string) => path("M-118-400Q0-430 118-400L108-290Q0-310-108-290Z", b.lit(wood));

const chair =
  (back: (b: Brush, wood: string) => string): Motif["draw"] =>
  (b) => {
    const wood = b.main;
    const seat = b.chance(0.5) ? b.second : shade(wood, 0.06);
    return (
      stroke("M-104-196L-112-380M104-196L112-380", shade(wood, -0.04), 18) +
      stroke("M-88-180L-104-44M88-180L104-44", shade(wood, -0.14), 15) +
      back(b, wood) +
      stroke("M-116-170L-134-4M116-170L134-4", wood, 19) +
      stroke("M-122-90H122", shade(wood, -0.08), 10) +
      path("M-128-208H128Q150-208 148-186L146-172Q0-150-146-172L-148-186Q-150-208-128-208Z", b.lit(seat))
    );
  };

const stool: Motif["draw"] = (b) =>
  stroke("M-70-200L-120-4M70-200L120-4", b.main, 20) +
  stroke("M-30-200L-44-30M30-200L44-30", shade(b.main, -0.14), 17) +
  stroke("M-98-90H98", shade(b.main, -0.06), 12) +
  ellipse(0, -214, 140, 32, b.lit(shade(b.main, -0.06))) +
  ellipse(0, -226, 140, 32, b.lit(b.chance(0.4) ? b.second : shade(b.main, 0.04)));

const table =
  (round: boolean): Motif["draw"] =>
  (b) => {
    const top = round
      ? ellipse(0, -238, 236, 36, b.lit(shade(b.main, -0.1))) + ellipse(0, -250, 236, 36, b.lit(b.main))
      : path("M-230-232L-176-284H176L230-232V-212H-230Z", b.lit(b.main)) +
        rect(-230, -232, 460, 22, 3, b.lit(shade(b.main, -0.08)));
    return (
      stroke("M-130-214L-108-50M130-214L108-50", shade(b.main, -0.16), 16) +
      stroke("M-184-214L-204-4M184-214L204-4", b.main, 19) +
      top +
      group(
        "translate(40 -258)",
        path(
          lathe([
            [20, -70],
            [34, -40],
            [26, 0],
          ]),
          b.lit(b.second),
        ) +
          leaf(0, -66, -110, 90, 16, materials.leaf) +
          leaf(0, -66, -66, 100, 16, materials.deepLeaf),
      )
    );
  };

const shelf =
  (boards: readonly number[]): Motif["draw"] =>
  (b) => {
    const high = boards.length > 2;
    const things = (y: number) => {
      let x = -176;
      let out = "";
      while (x < 96) {
        const w = b.between(18, 38);
        const h = b.between(74, 112);
        out += rect(x, y - h, w, h, 3, b.lit(b.pick([b.second, b.accent, materials.paper, "#6f7f6a", "#b05a43"])));
        x += w + (b.chance(0.2) ? 60 : 3);
      }
      return out;
    };
    return (
      (high ? rect(-206, -240, 18, 450, 3, b.lit(b.main)) + rect(188, -240, 18, 450, 3, b.lit(b.main)) : "") +
      boards.map((y) => things(y) + rect(-206, y, 412, 17, 2, b.lit(shade(b.main, 0.03)))).join("") +
      circle(146, boards[0]! - 38, 32, b.lit(b.accent)) +
      group(
        `translate(0 ${boards.at(-1)! - 150})`,
        leaf(150, 120, -120, 60, 14, materials.leaf) +
          leaf(150, 120, -64, 66, 14, materials.deepLeaf) +
          rect(126, 112, 46, 38, 6, b.lit(b.second)),
      )
    );
  };

const armchair: Motif["draw"] = (b) =>
  stroke("M-140-60L-164-4M140-60L164-4", materials.darkWood, 19) +
  path("M-140-330Q-140-392-76-392H76Q140-392 140-330V-120H-140Z", b.lit(b.main)) +
  stroke("M-70-380V-200M0-386V-200M70-380V-200", shade(b.main, -0.07), 4) +
  rect(-130, -196, 260, 78, 26, b.lit(shade(b.main, 0.06))) +
  path("M-140-46H140Q160-46 160-70V-140H-160V-70Q-160-46-140-46Z", b.lit(shade(b.main, -0.04))) +
  rect(-196, -242, 70, 190, 34, b.lit(b.main)) +
  rect(126, -242, 70, 190, 34, b.lit(shade(b.main, -0.03))) +
  group("translate(24 -226) rotate(-12)", rect(-52, -52, 104, 100, 20, b.lit(b.second)));

const mirror =
  (round: boolean): Motif["draw"] =>
  (b) => {
    const glass =
      '<linearGradient id="m" x2="1" y2="1"><stop stop-color="#f1f4ef"/><stop offset=".5" stop-color="#cfdad7"/><stop offset="1" stop-color="#b3c3c2"/></linearGradient>';
    return round
      ? `${glass}${circle(0, 0, 220, b.lit(b.main))}${circle(0, 0, 194, "url(#m)")}${path("M-110 120L120-130L160-84L-62 168Z", "#fff", 'opacity=".45"')}`
      : `${glass}${path("M-150 240V-90A150 150 0 0 1 150-90V240Z", b.lit(b.main))}${path("M-130 220V-90A130 130 0 0 1 130-90V220Z", "url(#m)")}${path("M-100 150L100-100L124-50L-76 200Z", "#fff", 'opacity=".45"')}`;
  };

const clock: Motif["draw"] = (b) => {
  const hour = Math.round(b.between(0, 360));
  const minute = Math.round(b.between(0, 360));
  const marks = times(
    12,
    (at) =>
      `<path d="M0-160V${at % 3 ? -148 : -132}" transform="rotate(${at * 30})" stroke="${b.second}" stroke-width="${at % 3 ? 6 : 10}" stroke-linecap="round"/>`,
  );
  const hand = (turn: number, length: number, width: number) =>
    `<path d="M0 22V${-length}" transform="rotate(${turn})" stroke="${materials.dark}" stroke-width="${width}" stroke-linecap="round"/>`;
  return (
    circle(0, 0, 214, b.lit(b.main)) +
    circle(0, 0, 182, materials.paper) +
    marks +
    hand(hour, 84, 13) +
    hand(minute, 128, 8) +
    circle(0, 0, 13, b.accent)
  );
};

const hooks: Motif["draw"] = (b) =>
  rect(-240, -110, 480, 58, 14, b.lit(b.main)) +
  times(4, (at) => circle(-168 + at * 112, -78, 22, b.lit(at % 2 ? b.second : shade(b.main, -0.1)))) +
  stroke("M-56-70C-90 0-70 40-66 60M-56-70C-22 0-40 40-46 60", b.accent, 10) +
  path("M-120 56H6L22 210Q-56 226-136 210Z", b.lit(b.accent)) +
  path("M160-84C120-40 118 120 132 200L196 204C206 120 200-30 168-84Z", b.lit(b.second));

const bench: Motif["draw"] = (b) =>
  stroke("M-150-130L-160-40M150-130L160-40", shade(b.main, -0.16), 15) +
  stroke("M-204-130L-216-4M204-130L216-4", b.main, 20) +
  path("M-250-132L-206-172H206L250-132V-110H-250Z", b.lit(b.main)) +
  rect(-250, -132, 500, 24, 6, b.lit(shade(b.main, -0.07))) +
  group("translate(-120 -160)", rect(-70, -40, 150, 44, 18, b.lit(b.second)));

const candle: Motif["draw"] = (b) => {
  const w = b.between(92, 116);
  const h = b.between(170, 220);
  const glassy = b.chance(0.6);
  const outline = lathe([
    [w, -h],
    [w, -h / 2],
    [w * 0.96, 0],
  ]);
  return (
    glow(0, -h - 60, 190, 170) +
    path(outline, b.lit(b.main)) +
    ellipse(0, -h, w, w * 0.15, shade(b.main, glassy ? 0.14 : 0.08)) +
    ellipse(0, -h + 4, w * 0.88, w * 0.11, "#f6ead0") +
    stroke(d`M0 ${-h + 2}V${-h - 24}`, materials.dark, 5) +
    path(d`M0 ${-h - 104}C28 ${-h - 64} 22 ${-h - 22} 0 ${-h - 18}S-26 ${-h - 62} 0 ${-h - 104}Z`, materials.flame) +
    path(d`M0 ${-h - 68}C12 ${-h - 46} 10 ${-h - 24} 0 ${-h - 22}S-12 ${-h - 44} 0 ${-h - 68}Z`, "#fff3cf") +
    rect(-w * 0.55, -h * 0.66, w * 1.1, h * 0.36, 4, materials.paper) +
    rect(-w * 0.3, -h * 0.53, w * 0.6, 6, 3, b.second) +
    rect(-w * 0.18, -h * 0.43, w * 0.36, 5, 2, b.second) +
    shine(d`M${-w * 0.78} ${-h + 40}V-30`, 8)
  );
};

export const furniture = {
  tablelamp: stand(80, tableLamp, 1.12),
  floorlamp: stand(110, floorLamp(false)),
  arclamp: stand(150, floorLamp(true)),
  pendant: hang(pendant("dome")),
  bellpendant: hang(pendant("bell")),
  globependant: hang(pendant("globe")),
  discpendant: hang(pendant("disc")),
  chair: stand(140, chair(ladderBack)),
  spokechair: stand(140, chair(spokeBack)),
  shellchair: stand(140, chair(shellBack)),
  stool: stand(125, stool, 1.25),
  table: stand(205, table(false), 1.12),
  roundtable: stand(205, table(true), 1.12),
  shelf: wall(shelf([-150, 0, 150])),
  ledge: wall(shelf([-80, 90])),
  armchair: stand(175, armchair),
  mirror: wall(mirror(false)),
  roundmirror: wall(mirror(true)),
  clock: wall(clock),
  hooks: wall(hooks),
  bench: stand(215, bench, 1.15),
  candle: stand(105, candle, 1.25),
} satisfies Record<string, Motif>;
