import { type Brush, glaze, leaf, materials, ornament, shine, sprig } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand, wall } from "../motif";
import { circle, d, ellipse, group, lathe, type Profile, path, rect, ring, stroke, times } from "../shapes";

const body = (b: Brush, profile: Profile, half: number, colour = b.main) => {
  const outline = lathe(profile);
  return path(outline, b.lit(colour)) + glaze(b, outline, half, profile[0]![1], profile.at(-1)![1]);
};
const rim = (y: number, w: number, colour: string, k = 0.15) =>
  ellipse(0, y, w, w * k, shade(colour, 0.09)) + ellipse(0, y + 1.5, w * 0.9, w * k * 0.78, shade(colour, -0.2));
const steam = (x: number, y: number) =>
  stroke(d`M${x - 16} ${y}q-18 -28 0 -54t0 -52`, "#fff", 7, 'opacity=".5"') +
  stroke(d`M${x + 20} ${y - 8}q-16 -24 0 -46t0 -46`, "#fff", 6, 'opacity=".4"');

const teapot: Motif["draw"] = (b) => {
  const w = b.between(132, 158);
  const h = b.between(205, 245);
  const top = -h;
  const spout = path(
    d`M${w * 0.72} -62C${w + 46} -74 ${w + 26} ${top + 30} ${w + 84} ${top + 4}L${w + 104} ${top + 22}C${w + 62} ${top + 60} ${w + 84} -30 ${w * 0.62} -26Z`,
    b.lit(shade(b.main, -0.03)),
  );
  const handle = b.chance(0.5)
    ? stroke(
        d`M${-w * 0.74} ${top + 46}C${-w - 104} ${top - 6} ${-w - 96} -24 ${-w * 0.78} -44`,
        shade(b.main, -0.05),
        21,
      )
    : stroke(
        d`M${-w * 0.62} ${top + 22}C${-w * 0.8} ${top - 150} ${w * 0.8} ${top - 150} ${w * 0.62} ${top + 22}`,
        b.pick([materials.wood, materials.brass, materials.darkWood]),
        13,
      );
  const lid =
    path(
      d`M-60 ${top + 2}C-54 ${top - 38} 54 ${top - 38} 60 ${top + 2}A60 10 0 0 1 -60 ${top + 2}Z`,
      b.lit(shade(b.main, 0.02)),
    ) + circle(0, top - 40, 16, b.lit(b.second));
  return (
    spout +
    handle +
    body(
      b,
      [
        [62, top],
        [w * 0.82, top + 34],
        [w, top + h * 0.52],
        [w * 0.8, -26],
        [w * 0.5, 0],
      ],
      w + 20,
    ) +
    lid +
    shine(d`M${-w * 0.66} ${top + 74}Q${-w * 0.84} ${top + h * 0.55} ${-w * 0.62} -58`)
  );
};

const cup: Motif["draw"] = (b) => {
  const h = b.between(128, 165);
  const w = b.between(100, 122);
  const saucer = ellipse(0, -8, 184, 30, b.lit(shade(b.main, 0.03))) + ellipse(0, -14, 116, 16, shade(b.main, -0.08));
  const handle = stroke(
    d`M${w * 0.9} ${-h + 2}C${w + 82} ${-h - 12} ${w + 66} -46 ${w * 0.62} -48`,
    shade(b.main, -0.05),
    17,
  );
  return (
    steam(0, -h - 48) +
    saucer +
    handle +
    group(
      "translate(0 -14)",
      body(
        b,
        [
          [w, -h],
          [w * 0.96, -h * 0.6],
          [w * 0.66, -16],
          [w * 0.44, 0],
        ],
        w + 8,
      ),
    ) +
    ellipse(0, -h - 14, w, w * 0.15, shade(b.main, 0.1)) +
    ellipse(0, -h - 11, w * 0.9, w * 0.115, b.pick([materials.tea, "#4a2f22", "#8a9a4a"])) +
    shine(d`M${-w * 0.76} ${-h + 28}Q${-w * 0.72} -70 ${-w * 0.5} -44`)
  );
};

const mug: Motif["draw"] = (b) => {
  const h = b.between(225, 270);
  const w = b.between(108, 128);
  const handle = stroke(
    d`M${w - 6} ${-h + 48}C${w + 108} ${-h + 30} ${w + 100} -46 ${w - 8} -58`,
    shade(b.main, -0.06),
    24,
  );
  const waist = b.pick([0.92, 1, 1.08]);
  return (
    steam(-10, -h - 30) +
    handle +
    body(
      b,
      [
        [w, -h],
        [w * waist, -h * 0.5],
        [w * 0.97, -24],
        [w * 0.84, 0],
      ],
      w + 14,
    ) +
    rim(-h, w, b.main) +
    ellipse(0, -h + 5, w * 0.84, w * 0.1, b.pick([materials.tea, "#54362a"])) +
    shine(d`M${-w * 0.72} ${-h + 52}V-50`, 11)
  );
};

const bowl: Motif["draw"] = (b) => {
  const w = b.between(188, 214);
  const h = b.between(120, 150);
  const fruit = b.chance(0.55)
    ? times(3, (at) =>
        circle(
          (at - 1) * 66,
          -h - 22 - (at === 1 ? 20 : 0),
          46,
          b.lit(b.pick(["#dd8a3c", "#d9a93b", "#b8453c", "#9aa24c"])),
        ),
      ) + leaf(20, -h - 74, -30, 54, 14, materials.leaf)
    : "";
  const inner =
    ellipse(0, -h, w, w * 0.15, shade(b.main, 0.09)) + ellipse(0, -h + 2, w * 0.93, w * 0.12, shade(b.main, -0.14));
  return (
    inner +
    fruit +
    body(
      b,
      [
        [w, -h],
        [w * 0.93, -h * 0.58],
        [w * 0.58, -18],
        [w * 0.34, 0],
      ],
      w + 10,
    ) +
    path(d`M${-w} ${-h}A${w} ${w * 0.15} 0 0 0 ${w} ${-h}A${w} ${w * 0.17} 0 0 1 ${-w} ${-h}Z`, shade(b.main, 0.1)) +
    shine(d`M${-w * 0.8} ${-h + 38}Q${-w * 0.66} ${-h * 0.4} ${-w * 0.46} -30`)
  );
};

const plate: Motif["draw"] = (b) => {
  const ink = b.second;
  const edge = b.pick([
    ring(0, 0, 196, ink, 15, "2 20"),
    ring(0, 0, 200, ink, 8) + ring(0, 0, 186, ink, 3),
    ring(0, 0, 190, ink, 22, "14 15.85"),
    ring(0, 0, 192, ink, 10, "0 25.1"),
  ]);
  const centre = b.pick([
    times(8, (at) => leaf(0, 0, at * 45, 92, 15, at % 2 ? ink : b.accent)) + circle(0, 0, 16, b.accent),
    times(6, (at) => group(`rotate(${at * 60})`, leaf(0, -24, -90, 64, 17, ink))) + ring(0, 0, 106, ink, 3),
    "",
    sprig(b, -10, 88, 26, 150, ink),
  ]);
  return (
    circle(0, 0, 222, b.lit(b.main)) +
    ring(0, 0, 218, shade(b.main, 0.08), 5) +
    circle(0, 0, 150, b.lit(shade(b.main, 0.03))) +
    ring(0, 0, 150, shade(b.main, -0.1), 4) +
    edge.replace("<circle", '<circle stroke-linecap="round"') +
    centre
  );
};

const vase: Motif["draw"] = (b) => {
  const w = b.between(86, 124);
  const shapes: Profile[] = [
    [
      [44, -300],
      [36, -262],
      [w, -150],
      [w * 0.72, -30],
      [w * 0.5, 0],
    ],
    [
      [58, -290],
      [50, -250],
      [w * 0.7, -180],
      [w * 1.1, -80],
      [w * 0.66, 0],
    ],
    [
      [74, -280],
      [62, -236],
      [w * 0.92, -130],
      [w * 0.56, -44],
      [w * 0.7, 0],
    ],
    [
      [30, -310],
      [26, -210],
      [w * 0.72, -150],
      [w * 1.05, -70],
      [w * 0.6, 0],
    ],
  ];
  const profile = b.pick(shapes);
  const [top, y] = profile[0]!;
  const green = b.pick([materials.leaf, "#8d9a62", "#6d8f7b"]);
  const stems = b.chance(0.7)
    ? sprig(b, -8, y, -b.between(40, 90), 200, green) + sprig(b, 8, y, b.between(30, 80), 160, shade(green, 0.05))
    : "";
  const flower = stems && b.chance(0.5) ? circle(b.between(-20, 20), y - 190, 34, b.lit(b.accent)) : "";
  return (
    stems +
    flower +
    body(b, profile, w * 1.2) +
    rim(y, top, b.main) +
    shine(d`M${-w * 0.62} -170Q${-w * 0.8} -110 ${-w * 0.5} -40`)
  );
};

const jug: Motif["draw"] = (b) => {
  const w = b.between(108, 130);
  const lip = path("M-70-352C-100-362-112-366-128-352C-116-326-92-318-78-306Z", b.lit(b.main));
  const handle = stroke(d`M62 -326C${w + 96} -350 ${w + 92} -120 ${w * 0.86} -110`, shade(b.main, -0.05), 21);
  return (
    handle +
    body(
      b,
      [
        [78, -350],
        [66, -290],
        [w, -140],
        [w * 0.8, -30],
        [w * 0.6, 0],
      ],
      w + 10,
    ) +
    lip +
    rim(-350, 78, b.main) +
    shine(d`M${-w * 0.64} -190Q${-w * 0.8} -120 ${-w * 0.56} -50`)
  );
};

const tile: Motif["draw"] = (b) => {
  const s = 106;
  const ink = b.main;
  const quarter = b.pick([
    path("M0 0H60A60 60 0 0 1 0 60Z", ink) + ring(0, 0, 84, b.second, 8) + leaf(30, 30, 45, 80, 13, ink),
    path("M0 106L53 53L106 0H60L0 60Z", ink) + circle(82, 82, 17, b.second) + circle(20, 20, 14, b.accent),
    path("M0 0C60 6 100 46 106 106C46 100 6 60 0 0Z", ink) +
      path("M0 106C20 80 20 80 44 62L62 44C80 20 80 20 106 0V24L24 106Z", b.second),
    leaf(0, 0, 45, 128, 25, ink) +
      ring(106, 106, 38, b.second, 9) +
      leaf(0, 0, 0, 80, 11, b.second) +
      leaf(0, 0, 90, 80, 11, b.second),
  ]);
  const face = `<g id="q"><clipPath id="k"><rect width="106" height="106"/></clipPath><g clip-path="url(#k)">${quarter}</g></g>`;
  const four = [0, 1, 2, 3].map((turn) => (turn ? `<use href="#q" transform="rotate(${turn * 90})"/>` : face)).join("");
  const one = `<g id="t">${rect(-s, -s, s * 2, s * 2, 5, b.lit(materials.paper))}${four}</g>`;
  return (
    group("translate(-110 -110)", one) +
    [
      [110, -110],
      [-110, 110],
      [110, 110],
    ]
      .map(([x, y]) => `<use href="#t" x="${x}" y="${y}"/>`)
      .join("")
  );
};

const candlestick: Motif["draw"] = (b) => {
  const one = (x: number, h: number, wax: string) =>
    group(
      `translate(${x} 0)`,
      path(
        lathe([
          [20, -h],
          [24, -h + 16],
          [10, -h + 34],
          [22, -h * 0.55],
          [9, -h * 0.36],
          [16, -24],
          [62, -8],
          [64, 0],
        ]),
        b.lit(b.main),
      ) +
        rect(-11, -h - 170, 22, 172, 4, b.lit(wax)) +
        path(
          d`M0 ${-h - 236}C20 ${-h - 206} 15 ${-h - 178} 0 ${-h - 178}S-20 ${-h - 206} 0 ${-h - 236}Z`,
          materials.flame,
        ),
    );
  return one(84, b.between(120, 140), b.second) + one(-66, b.between(180, 210), b.accent);
};

const coveredDish: Motif["draw"] = (b) =>
  ellipse(0, -8, 226, 30, b.lit(shade(b.main, 0.05))) +
  ellipse(0, -14, 190, 20, shade(b.main, -0.1)) +
  body(
    b,
    [
      [30, -190],
      [128, -168],
      [158, -90],
      [166, -16],
    ],
    170,
  ) +
  circle(0, -206, 24, b.lit(b.second)) +
  shine("M-112-150Q-138-110-140-50");

const frame: Motif["draw"] = (b) =>
  rect(-170, -220, 340, 440, 6, b.lit(b.main)) +
  rect(-146, -196, 292, 392, 0, materials.paper) +
  rect(-112, -160, 224, 300, 0, b.lit(shade(b.second, 0.1))) +
  b.inside(
    "M-112-160H112V140H-112Z",
    circle(b.between(-40, 60), -60, b.between(50, 76), b.accent) +
      path(d`M-112 ${b.between(20, 50)}C-40 -40 30 60 112 ${b.between(-30, 10)}V140H-112Z`, b.second) +
      path(d`M-112 ${b.between(60, 90)}C-10 20 60 110 112 70V140H-112Z`, shade(b.second, -0.12)),
  ) +
  (b.chance(0.5) ? ornament(b, 0, 168, 22, b.second) : "");

export const tableware = {
  teapot: stand(110, teapot, 1.15),
  cup: stand(170, cup, 1.3),
  mug: stand(110, mug, 1.2),
  bowl: stand(105, bowl, 1.22),
  plate: lay(plate),
  vase: stand(85, vase),
  jug: stand(95, jug),
  tile: lay(tile),
  candlestick: stand(140, candlestick),
  dish: stand(200, coveredDish, 1.15),
  poster: wall(frame),
} satisfies Record<string, Motif>;
