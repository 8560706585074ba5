import { type Brush, materials, ornament } from "../brush";
import { shade } from "../colour";
import { hang, lay, type Motif, stand } from "../motif";
import { circle, d, group, path, rect, stroke, times } from "../shapes";

const fringe = (x: number, y: number, w: number, length: number, colour: string, gap = 12) =>
  stroke(d`M${x} ${y}h${w}`, colour, length, `stroke-dasharray="3.5 ${gap}" style="stroke-linecap:butt"`);
const peg = (b: Brush) => stroke("M0-20C0-70 54-70 46-36", materials.brass, 9) + circle(0, -22, 8, b.accent);

const folded: Motif["draw"] = (b) => {
  const colours = [b.main, shade(b.main, 0.1), b.second, b.main];
  const layers = b.pick([3, 4]);
  return times(layers, (at) => {
    const y = -at * 66;
    const w = 186 - b.between(0, 14);
    const c = colours[at % colours.length]!;
    const stripe = b.chance(0.6)
      ? stroke(
          d`M${-w + 40} ${y - 58}V${y - 8}M${-w + 56} ${y - 58}V${y - 8}`,
          shade(c, c === b.second ? 0.12 : -0.14),
          7,
        )
      : "";
    return (
      path(
        d`M${-w} ${y - 62}H${w - 30}Q${w} ${y - 62} ${w} ${y - 31}T${w - 30} ${y}H${-w}Q${-w - 14} ${y - 31} ${-w} ${y - 62}Z`,
        b.lit(c),
      ) +
      stroke(d`M${-w + 8} ${y - 31}H${w - 24}`, shade(c, -0.12), 3.5) +
      stripe
    );
  });
};

const throwOver: Motif["draw"] = (b) => {
  const outline = "M-150-380H150L172-24Q110-4 86-26T0-18T-86-26T-172-24Z";
  const rows = times(4, (at) =>
    stroke(d`M-190 ${-330 + at * 78}q190 14 380 0`, at % 2 ? b.second : shade(b.main, 0.14), at % 2 ? 16 : 7),
  );
  return (
    rect(-220, -396, 440, 22, 11, b.lit(materials.wood)) +
    stroke("M-206-384L-224-4M206-384L224-4", materials.wood, 15) +
    path(outline, b.lit(b.main)) +
    b.inside(outline, rows) +
    stroke("M-60-372Q-70-180-86-30M64-372Q58-180 86-30", shade(b.main, -0.1), 5, 'opacity=".55"') +
    fringe(-166, -10, 332, 34, shade(b.main, 0.1), 15)
  );
};

const rug: Motif["draw"] = (b) => {
  const cell = (y: number, ink: string) =>
    path(d`M0 ${y - 72}L92 ${y}L0 ${y + 72}L-92 ${y}Z`, ink) +
    path(d`M0 ${y - 42}L54 ${y}L0 ${y + 42}L-54 ${y}Z`, b.main) +
    path(d`M0 ${y - 20}L26 ${y}L0 ${y + 20}L-26 ${y}Z`, b.accent);
  const middle = b.pick([
    [-116, 0, 116].map((y, at) => cell(y, at === 1 ? b.accent : b.second)).join(""),
    times(9, (at) =>
      stroke(
        d`M-120 ${-184 + at * 46}l30 -20l30 20l30 -20l30 20l30 -20l30 20l30 -20l30 20`,
        at % 3 ? b.second : b.accent,
        9,
      ),
    ),
    times(7, (at) =>
      rect(
        -122,
        -194 + at * 58,
        244,
        at % 2 ? 34 : 20,
        0,
        at % 3 === 1 ? b.accent : at % 2 ? b.second : shade(b.main, 0.1),
      ),
    ),
  ]);
  return (
    fringe(-160, -250, 320, 26, "#ece0c8", 9) +
    fringe(-160, 250, 320, 26, "#ece0c8", 9) +
    rect(-162, -240, 324, 480, 3, b.lit(b.main)) +
    rect(-144, -222, 288, 444, 0, "none", `stroke="${b.second}" stroke-width="9"`) +
    rect(-130, -208, 260, 416, 0, "none", `stroke="${b.accent}" stroke-width="4" stroke-dasharray="10 6"`) +
    middle
  );
};

const cushion: Motif["draw"] = (b) => {
  const outline = "M-186-372C-80-350 80-350 186-372C166-250 166-130 186-8C80-28-80-28-186-8C-166-130-166-250-186-372Z";
  const pattern = b.pick([
    times(4, (at) =>
      stroke(
        d`M-200 ${-310 + at * 80}Q0 ${-294 + at * 80} 200 ${-310 + at * 80}`,
        at % 2 ? b.second : shade(b.main, 0.13),
        at % 2 ? 22 : 9,
      ),
    ),
    times(12, (at) =>
      circle(-120 + (at % 4) * 80, -290 + Math.floor(at / 4) * 96, 15, at % 2 ? b.second : shade(b.main, 0.14)),
    ),
    path("M0-318L120-190L0-62L-120-190Z", b.second) +
      path("M0-262L68-190L0-118L-68-190Z", b.main) +
      circle(0, -190, 20, b.accent),
    stroke("M-200-190H200M0-390V10", b.second, 5) + ornament(b, 0, -190, 130, b.second),
  ]);
  return (
    path(outline, b.lit(b.main)) +
    b.inside(outline, pattern) +
    path("M150-40Q60-40 20-26Q90-20 186-8Q170-90 168-140Q166-70 150-40Z", shade(b.main, -0.14), 'opacity=".4"')
  );
};

const scarf: Motif["draw"] = (b) => {
  const tail = (x: number, y: number, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      rect(-46, 0, 92, 236, 4, b.lit(b.main)) +
        times(3, (at) => rect(-46, 130 + at * 30, 92, 13 - at * 2, 0, at % 2 ? b.accent : b.second)) +
        fringe(-44, 248, 88, 30, shade(b.main, 0.06), 9),
    );
  return (
    tail(-34, -20, 15) +
    tail(46, -20, -12) +
    stroke("M0-24C-170-50-180-220 0-222S170-50 0-24Z", b.main, 78) +
    stroke("M-96-66C-150-150-70-200 0-204S150-150 96-66", shade(b.main, 0.09), 9) +
    stroke("M-60-42C-120-110-60-166 0-168", shade(b.main, -0.1), 6) +
    rect(-58, -58, 116, 70, 30, b.lit(shade(b.main, -0.03)))
  );
};

const robe: Motif["draw"] = (b) => {
  const lapel = shade(b.main, 0.12);
  return (
    peg(b) +
    path("M-64-8Q0 30 64-8L150 44L206 210L138 232L122 170V400H-122V170L-138 232L-206 210L-150 44Z", b.lit(b.main)) +
    path("M-64-8L-22 200L0 160L22 200L64-8L34-4L0 80L-34-4Z", b.lit(lapel)) +
    stroke("M0 160V400", shade(b.main, -0.12), 5) +
    rect(-124, 196, 248, 32, 6, b.lit(b.second)) +
    stroke("M14 212L44 330M-6 212L-26 310", b.second, 15) +
    rect(48, 268, 58, 64, 5, shade(b.main, -0.06))
  );
};

const apron: Motif["draw"] = (b) =>
  peg(b) +
  stroke("M-66 20C-40-80 40-80 66 20", b.second, 11) +
  stroke("M-120 170C-190 190-180 300-200 330M120 170C190 190 180 300 200 330", b.second, 9) +
  path("M-72 10H72Q76 110 128 150V370Q0 392-128 370V150Q-76 110-72 10Z", b.lit(b.main)) +
  rect(-66, 212, 132, 92, 8, b.lit(shade(b.main, 0.06))) +
  stroke("M0 212V304", shade(b.main, -0.1), 4) +
  stroke("M-60 34H60", shade(b.main, 0.14), 4, 'stroke-dasharray="7 7"');

const tote: Motif["draw"] = (b) =>
  stroke("M-76-280C-80-440-10-440 -4-280", shade(b.main, -0.14), 17) +
  stroke("M-60-280C-60-430 60-430 60-280", shade(b.main, -0.05), 19) +
  path("M-160-300H160L174-10Q0 12-174-10Z", b.lit(b.main)) +
  stroke("M-152-280H152", shade(b.main, -0.1), 4, 'stroke-dasharray="8 7"') +
  ornament(b, 0, -150, 140, b.second) +
  path("M120-20Q110-160 128-290L160-300L174-10Z", shade(b.main, -0.14), 'opacity=".35"');

const cloth: Motif["draw"] = (b) => {
  const outline = "M-210-190H190Q214-190 214-166V196H-186Q-210 196-210 172Z";
  const lines = b.chance(0.5)
    ? times(
        6,
        (at) =>
          stroke(d`M${-180 + at * 74} -200V210`, b.second, at % 2 ? 5 : 13, 'opacity=".85"') +
          stroke(d`M-220 ${-160 + at * 66}H220`, b.second, at % 2 ? 5 : 13, 'opacity=".5"'),
      )
    : stroke("M-186-166H190V172H-186Z", b.second, 8) +
      stroke("M-168-148H172V154H-168Z", b.accent, 3) +
      times(4, (at) => ornament(b, at % 2 ? 112 : -112, at < 2 ? -92 : 96, 84, b.second));
  return (
    path(outline, b.lit(b.main)) +
    b.inside(outline, lines) +
    path("M214 40L60 196H214Z", b.lit(shade(b.main, 0.08))) +
    stroke("M214 40L60 196", shade(b.main, -0.14), 4) +
    stroke("M0-190V196", shade(b.main, -0.1), 3, 'opacity=".7"')
  );
};

const yarn: Motif["draw"] = (b) => {
  const ball = (x: number, y: number, r: number, c: string) =>
    group(
      `translate(${x} ${y})`,
      circle(0, 0, r, b.lit(c)) +
        times(4, (at) =>
          stroke(
            d`M${-r * 0.8} ${-r * 0.42 + at * r * 0.24}Q0 ${-r * 0.9 + at * r * 0.3} ${r * 0.86} ${-r * 0.2 + at * r * 0.2}`,
            shade(c, at % 2 ? 0.09 : -0.1),
            5,
          ),
        ) +
        stroke(d`M${-r * 0.3} ${-r * 0.86}Q${-r * 0.5} 0 ${r * 0.1} ${r * 0.9}`, shade(c, 0.1), 5),
    );
  return (
    ball(-110, -104, 104, b.main) +
    ball(98, -84, 86, b.second) +
    ball(6, -216, 82, b.accent) +
    stroke("M150-20C220 10 240-40 262-4", b.second, 6)
  );
};

export const textiles = {
  folded: stand(180, folded),
  throw: stand(215, throwOver),
  rug: lay(rug),
  cushion: stand(165, cushion),
  scarf: lay(scarf),
  robe: hang(robe),
  apron: hang(apron),
  tote: stand(160, tote),
  cloth: lay(cloth),
  yarn: stand(170, yarn),
} satisfies Record<string, Motif>;
