import { type Brush, leaf, leafStamp, materials, shine, sprig, stamp } from "../brush";
import { shade } from "../colour";
import { hang, lay, type Motif, stand } from "../motif";
import { circle, d, ellipse, group, lathe, path, rect, stroke, times } from "../shapes";

const pot = (b: Brush, w: number, h: number, colour: string) => {
  const kind = b.pick(["rim", "round", "straight"] as const);
  const soil = ellipse(0, -h, w * 0.92, w * 0.13, materials.soil);
  const art = {
    rim:
      path(
        lathe([
          [w * 0.86, -h],
          [w * 0.8, -h * 0.5],
          [w * 0.62, 0],
        ]),
        b.lit(colour),
      ) +
      path(
        d`M${-w} ${-h}H${w}L${w * 0.94} ${-h + 38}Q0 ${-h + 50} ${-w * 0.94} ${-h + 38}Z`,
        b.lit(shade(colour, 0.03)),
      ),
    round: path(
      lathe([
        [w * 0.9, -h],
        [w, -h * 0.55],
        [w * 0.62, 0],
      ]),
      b.lit(colour),
    ),
    straight:
      path(
        lathe([
          [w * 0.94, -h],
          [w * 0.92, -h * 0.5],
          [w * 0.86, 0],
        ]),
        b.lit(colour),
      ) + stroke(d`M${-w * 0.92} ${-h * 0.7}Q0 ${-h * 0.6} ${w * 0.92} ${-h * 0.7}`, b.second, 9),
  }[kind];
  return art + soil + shine(d`M${-w * 0.66} ${-h + 54}V-34`, 8, 0.22);
};
const potColour = (b: Brush) => b.pick([materials.terracotta, materials.terracotta, b.second, "#e6dac3", b.accent]);
const greens = (b: Brush) =>
  b.pick([
    [materials.leaf, materials.deepLeaf],
    ["#7d9a52", "#57783c"],
    ["#4f8a70", "#2f6350"],
  ] as const);

const leafy: Motif["draw"] = (b) => {
  const [light, deep] = greens(b);
  const leaves = times(9, (at) => {
    const angle = -160 + at * 17.5;
    return (
      leaf(
        0,
        -150,
        angle,
        b.between(170, 230) * (at === 4 ? 1.1 : 1),
        b.between(34, 46),
        b.lit(at % 2 ? light : deep),
      ) +
      stroke(
        d`M0 -150l${Math.cos((angle * Math.PI) / 180) * 160} ${Math.sin((angle * Math.PI) / 180) * 160}`,
        shade(at % 2 ? light : deep, 0.1),
        3,
        'opacity=".6"',
      )
    );
  });
  return leaves + pot(b, 92, 160, potColour(b));
};

const monstera: Motif["draw"] = (b) => {
  const [light, deep] = greens(b);
  const shape = `<defs><g id="v"><path d="M0 20C-70 30-110-30-96-90L-50-76L-88-116C-80-150-60-170-36-180L-22-130L-14-190Q0-200 14-190L22-130L36-180C60-170 80-150 88-116L50-76L96-90C110-30 70 30 0 20Z"/>${stroke("M0 16V-160", "#fff", 4, 'opacity=".3"')}</g></defs>`;
  const blade = (x: number, y: number, turn: number, s: number, c: string) =>
    stroke(d`M0 -150Q${x * 0.3} ${y * 0.8} ${x} ${y}`, deep, 7) +
    `<use href="#v" fill="${b.lit(c)}" transform="translate(${x} ${y}) rotate(${turn}) scale(${s})"/>`;
  return (
    shape +
    blade(-120, -230, -52, 0.78, deep) +
    blade(126, -250, 48, 0.82, light) +
    blade(-50, -330, -16, 0.84, light) +
    blade(60, -190, 78, 0.6, deep) +
    blade(-140, -160, -92, 0.55, light) +
    pot(b, 88, 150, potColour(b))
  );
};

const fern: Motif["draw"] = (b) => {
  const [light, deep] = greens(b);
  const frond = `<g id="n">${stroke("M0 0Q6-120 0-230", deep, 5)}${times(8, (at) => leaf(2, -30 - at * 25, -160, 58 - at * 5, 9, light) + leaf(2, -30 - at * 25, -20, 58 - at * 5, 9, deep))}</g>`;
  return `<g transform="translate(0 -140)">${frond}${[-70, -44, -22, 22, 44, 70].map((turn) => `<use href="#n" transform="rotate(${turn})"/>`).join("")}</g>${pot(b, 90, 150, potColour(b))}`;
};

const cactus =
  (tall: boolean): Motif["draw"] =>
  (b) => {
    const [light, deep] = greens(b);
    const ribs = (x: number, y: number, w: number, h: number) =>
      rect(x - w / 2, y - h, w, h, w / 2, b.lit(light)) +
      stroke(
        d`M${x - w * 0.2} ${y - h + w * 0.3}V${y - 8}M${x + w * 0.2} ${y - h + w * 0.3}V${y - 8}`,
        deep,
        4,
        'stroke-dasharray="2 13"',
      );
    const art = tall
      ? stroke("M-40-230H-96Q-110-230-110-250V-310", light, 46) +
        stroke("M40-190H90Q106-190 106-210V-280", light, 42) +
        ribs(0, -120, 104, 290) +
        circle(0, -414, 22, b.lit(b.accent)) +
        circle(-110, -338, 13, b.lit(b.accent))
      : ellipse(0, -220, 116, 110, b.lit(light)) +
        times(5, (at) =>
          ellipse(0, -220, 16 + at * 24, 108, "none", `stroke="${deep}" stroke-width="3" stroke-dasharray="3 14"`),
        ) +
        times(3, (at) => circle(-34 + at * 34, -326 + Math.abs(at - 1) * 10, 19, b.lit(b.accent)));
    return art + pot(b, 98, 140, potColour(b));
  };

const succulent: Motif["draw"] = (b) => {
  const base = b.pick(["#7fa08c", "#93a779", "#8c9fb0"]);
  const whorl = (count: number, size: number, c: string, from: number) =>
    group(
      `translate(0 -190) scale(${(size / 100).toFixed(2)})`,
      times(count, (at) => stamp(0, 0, from + (at * (180 - 2 * (from + 180))) / (count - 1), b.lit(c))),
    );
  return (
    `<defs>${leafStamp(100, 30)}</defs>` +
    whorl(7, 176, shade(base, -0.08), -176) +
    whorl(6, 150, base, -160) +
    whorl(5, 118, shade(base, 0.07), -146) +
    whorl(3, 84, shade(b.accent, 0.1), -120) +
    pot(b, 116, 176, potColour(b))
  );
};

const tree =
  (fruitful: boolean): Motif["draw"] =>
  (b) => {
    const [light, deep] = greens(b);
    const crown = times(25, () => {
      const angle = b.between(0, 6.3);
      const r = Math.sqrt(b.random()) * 104;
      return stamp(
        Math.cos(angle) * r,
        -318 + Math.sin(angle) * r * 0.9,
        b.between(-170, -10),
        b.chance(0.5) ? light : deep,
      );
    });
    const fruit = fruitful ? times(5, () => circle(b.between(-90, 90), b.between(-390, -250), 15, b.lit(b.main))) : "";
    return (
      stroke("M0-130C-10-200 10-220 0-300M0-220L-50-290M0-210L54-280", "#83654a", 13) +
      `<defs>${leafStamp(58, 13)}</defs>` +
      circle(0, -318, 112, b.lit(deep)) +
      crown +
      fruit +
      pot(b, 92, 140, potColour(b))
    );
  };

const trailing: Motif["draw"] = (b) => {
  const [light, deep] = greens(b);
  const vines = times(7, (at) => {
    const x = -112 + at * 37;
    const drop = b.between(130, 260);
    const leaves = times(4, (n) =>
      stamp(x + (x / 4) * (n / 4), 190 + (drop * (n + 1)) / 4.4, n % 2 ? 150 : 30, n % 2 ? light : deep),
    );
    return stroke(d`M${x * 0.8} 170Q${x * 1.2} ${180 + drop / 2} ${x * 1.2} ${180 + drop}`, deep, 4) + leaves;
  });
  return (
    `<defs>${leafStamp(38, 14)}</defs>` +
    stroke("M0 0L-118 170M0 0L118 170", materials.wood, 5) +
    times(9, (at) => leaf(0, 180, -165 + at * 19, 96, 24, at % 2 ? light : deep)) +
    path("M-126 162H126C130 240 80 290 0 290S-130 240-126 162Z", b.lit(potColour(b))) +
    vines
  );
};

const seeds: Motif["draw"] = (b) => {
  const ink = b.main;
  return (
    group(
      "rotate(6)",
      rect(-150, -220, 300, 440, 4, b.lit(materials.paper)) +
        rect(-150, -220, 300, 60, 4, b.lit(ink)) +
        rect(-90, -196, 180, 11, 5, materials.paper) +
        stroke("M-130-140H130V200H-130Z", ink, 3) +
        sprig(b, 0, 150, b.between(-20, 20), 210, materials.leaf) +
        b.pick([
          circle(-50, 30, 34, b.lit(b.accent)) + circle(44, 74, 38, b.lit(b.accent)),
          times(5, (at) => group(`translate(6 -70) rotate(${at * 72})`, ellipse(0, -38, 21, 34, b.lit(b.accent)))) +
            circle(6, -70, 18, "#e3b54a"),
          path("M-30 20C-80 40-60 140 0 150C60 140 80 40 30 20Z", b.lit(b.accent)),
        ]),
    ) + times(6, (at) => ellipse(-200 + at * 15, 196 + (at % 3) * 16, 9, 6, materials.soil))
  );
};

const wateringCan: Motif["draw"] = (b) =>
  stroke("M-96-220C-210-250-220-90-112-70", shade(b.main, -0.06), 19) +
  stroke("M-80-226C-60-330 60-330 76-226", shade(b.main, -0.04), 17) +
  path("M96-120L238-280L262-258L110-44Z", b.lit(shade(b.main, -0.03))) +
  path("M216-296L284-238L296-262L240-312Z", b.lit(materials.brass)) +
  path(
    lathe([
      [96, -226],
      [112, -110],
      [122, 0],
    ]),
    b.lit(b.main),
  ) +
  ellipse(0, -226, 96, 15, shade(b.main, -0.2)) +
  stroke("M-114-60Q0-44 116-60", shade(b.main, -0.12), 7) +
  shine("M-76-190V-50", 11);

const trowel: Motif["draw"] = (b) => {
  const handle = (x: number, turn: number, head: string) =>
    group(
      `translate(${x} 0) rotate(${turn})`,
      head +
        rect(-11, -30, 22, 80, 4, b.lit("#a3a9a9")) +
        path("M-22 40H22L28 190Q28 222 0 222T-28 190Z", b.lit(b.main)) +
        rect(-24, 40, 48, 18, 4, materials.brass),
    );
  return (
    handle(
      -84,
      -10,
      path("M-56-60C-66-140-40-210 0-244C40-210 66-140 56-60Q0-10-56-60Z", b.lit("#aeb5b5")) +
        stroke("M0-220V-60", "#8b9293", 5),
    ) + handle(96, 12, stroke("M-46-226V-120Q-46-60 0-56T46-120V-226M0-232V-60", "#a3a9a9", 17))
  );
};

const secateurs: Motif["draw"] = (b) =>
  group(
    "rotate(28)",
    stroke("M20 10C90 90 84 170 64 236", b.main, 38) +
      stroke("M-20 10C-90 90-84 170-64 236", b.main, 38) +
      path("M-26 24C-60-100-20-200 34-246C50-170 40-60 26 20Z", b.lit("#b4babb")) +
      path("M30 24C80-40 84-110 56-176L30-160C48-100 30-40-6 6Z", b.lit("#8f9697")) +
      circle(0, 14, 26, b.lit(materials.brass)) +
      stroke("M-30 90Q0 70 30 90", "#8f9697", 9),
  );

const bulbs: Motif["draw"] = (b) => {
  const bulb = (x: number, y: number, turn: number, s: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${s})">${path("M0-110C14-70 76-50 74 16C70 70-70 70-74 16C-76-50-14-70 0-110Z", b.lit(b.chance(0.5) ? "#b47b4b" : b.accent))}${stroke("M0-90C-40-30-40 20-20 56M0-90C40-30 40 20 20 56", "#8b5a35", 3)}${path("M-8-104L0-150L10-102Z", materials.leaf)}${stroke("M-26 58l-8 20M0 62v22M26 58l8 20", "#d9c4a2", 4)}</g>`;
  return (
    bulb(-110, -90, -14, 1.2) +
    bulb(104, -110, 18, 1.1) +
    bulb(0, 70, 4, 1.4) +
    bulb(-180, 130, -40, 0.85) +
    bulb(170, 140, 44, 0.85)
  );
};

const emptyPot: Motif["draw"] = (b) => {
  const one = (x: number, w: number, h: number, c: string) =>
    group(
      `translate(${x} 0)`,
      path(
        lathe([
          [w * 0.86, -h],
          [w * 0.8, -h * 0.5],
          [w * 0.64, 0],
        ]),
        b.lit(c),
      ) +
        ellipse(0, -h, w, w * 0.15, shade(c, 0.08)) +
        ellipse(0, -h + 3, w * 0.88, w * 0.11, shade(c, -0.24)) +
        path(
          d`M${-w} ${-h}A${w} ${w * 0.15} 0 0 0 ${w} ${-h}L${w * 0.94} ${-h + 40}Q0 ${-h + 60} ${-w * 0.94} ${-h + 40}Z`,
          b.lit(shade(c, 0.02)),
        ),
    );
  return one(-76, 124, 250, b.main) + one(118, 84, 160, b.chance(0.5) ? b.main : b.second);
};

const terrarium: Motif["draw"] = (b) => {
  const outline = "M-60-330C-60-290-160-280-160-140C-160-40-110 0-70 0H70C110 0 160-40 160-140C160-280 60-290 60-330Z";
  return (
    path(outline, materials.glass) +
    b.inside(
      outline,
      path("M-170-70Q0-100 170-64V10H-170Z", materials.soil) +
        ellipse(-60, -80, 80, 34, "#6f8f4c") +
        ellipse(80, -76, 70, 26, "#87a35e") +
        sprig(b, -10, -90, -20, 150, materials.leaf) +
        sprig(b, 50, -80, 20, 90, materials.deepLeaf) +
        circle(96, -90, 22, b.lit("#a89c8c")),
    ) +
    path(outline, "#fff", 'opacity=".15"') +
    rect(-70, -372, 140, 50, 12, b.lit(materials.wood)) +
    shine("M-130-150Q-130-230-80-262", 10, 0.6)
  );
};

export const plants = {
  leafy: stand(70, leafy),
  monstera: stand(70, monstera),
  fern: stand(70, fern),
  cactus: stand(72, cactus(true)),
  barrelcactus: stand(72, cactus(false)),
  succulent: stand(88, succulent),
  tree: stand(72, tree(false)),
  fruittree: stand(72, tree(true)),
  trailing: hang(trailing),
  seeds: lay(seeds),
  wateringcan: stand(120, wateringCan),
  trowel: lay(trowel),
  secateurs: lay(secateurs),
  bulbs: lay(bulbs),
  pot: stand(150, emptyPot),
  terrarium: stand(110, terrarium),
} satisfies Record<string, Motif>;
