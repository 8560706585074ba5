import type { Brush } from "./brush";
import { leaf, materials, sprig } from "./brush";
import { oklch, shade } from "./colour";
import type { Pose } from "./motif";
import { circle, d, ellipse, path, rect, stroke } from "./shapes";

/** The three surfaces of a room: wall, table, and the shape that stands between them. */
export interface Room {
  wall: string;
  table: string;
  shape: string;
  shadow: string;
}

/** A room in the shop's hue. Most are light; `deep` ones give a grid of pictures its rhythm. */
export function room(b: Brush, deep: boolean): Room {
  const hue = b.hue + b.between(-14, 14);
  const other = b.pick([hue, hue, 62, 84]);
  return deep
    ? {
        wall: oklch(0.79, 0.058, hue),
        table: oklch(0.71, 0.058, hue + 4),
        shape: oklch(0.845, 0.056, other),
        shadow: oklch(0.32, 0.05, hue),
      }
    : {
        wall: oklch(0.943, 0.02, hue),
        table: oklch(0.872, 0.036, hue + 4),
        shape: oklch(0.893, 0.045, other),
        shadow: oklch(0.38, 0.05, hue),
      };
}

const defs = (r: Room) =>
  `<radialGradient id="s"><stop stop-color="${r.shadow}" stop-opacity=".55"/><stop offset=".55" stop-color="${r.shadow}" stop-opacity=".24"/><stop offset="1" stop-color="${r.shadow}" stop-opacity="0"/></radialGradient>` +
  `<linearGradient id="w" x2=".8" y2="1"><stop stop-color="${shade(r.wall, 0.025)}"/><stop offset="1" stop-color="${shade(r.wall, -0.035)}"/></linearGradient>` +
  '<radialGradient id="g"><stop stop-color="#fff3cf" stop-opacity=".85"/><stop offset=".5" stop-color="#ffe7a6" stop-opacity=".4"/><stop offset="1" stop-color="#ffe7a6" stop-opacity="0"/></radialGradient>' +
  `<filter id="d" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="13" dy="17" stdDeviation="9" flood-color="${r.shadow}" flood-opacity=".34"/></filter>`;

const sunlight = (x: number) =>
  path(d`M${x} 0H${x + 150}L${x - 130} 800H${x - 330}Z`, "#fff", 'opacity=".17"') +
  path(d`M${x + 175} 0H${x + 290}L${x + 30} 800H${x - 95}Z`, "#fff", 'opacity=".17"');

function backdrop(b: Brush, r: Room): string {
  const table = 556;
  const top = rect(0, table, 800, 244, 0, r.table) + rect(0, table, 800, 5, 0, shade(r.table, 0.045));
  const cx = b.pick([360, 400, 440]);
  switch (b.pick(["arch", "disc", "window", "panel", "hills", "steps"] as const)) {
    case "arch":
      return (
        path(d`M${cx - 235} 800V330A235 235 0 0 1 ${cx + 235} 330V800Z`, r.shape) +
        path(
          d`M${cx - 235} 800V330A235 235 0 0 1 ${cx - 180} 180Q${cx - 209} 250 ${cx - 209} 330V800Z`,
          shade(r.shape, -0.04),
        ) +
        top
      );
    case "disc":
      return circle(cx + 20, 350, 262, r.shape) + top;
    case "window":
      return sunlight(b.between(380, 560)) + top;
    case "panel":
      return rect(b.pick([0, 470]), 0, 330, 800, 0, r.shape) + top;
    case "hills":
      return (
        path(d`M0 ${b.between(330, 400)}C180 220 300 280 430 390S690 470 800 ${b.between(260, 330)}V800H0Z`, r.shape) +
        top
      );
    case "steps":
      return (
        rect(b.pick([60, 480]), 400, 260, 200, 0, r.shape) +
        rect(b.pick([200, 330]), 470, 280, 130, 0, shade(r.shape, 0.03)) +
        top
      );
  }
}

type Prop = (b: Brush, x: number, y: number) => string;

const pebble: Prop = (b, x, y) =>
  ellipse(x, y - 17, 36, 21, b.lit("#a89c8c")) + ellipse(x + 42, y - 10, 22, 13, b.lit("#c4b8a6"));
const fig: Prop = (b, x, y) =>
  path(
    d`M${x} ${y - 70}C${x + 12} ${y - 52} ${x + 36} ${y - 40} ${x + 34} ${y - 20}C${x + 30} ${y + 4} ${x - 30} ${y + 4} ${x - 34} ${y - 20}C${x - 36} ${y - 40} ${x - 12} ${y - 52} ${x} ${y - 70}Z`,
    b.lit("#6d4560"),
  );
const lemon: Prop = (b, x, y) =>
  path(
    d`M${x - 50} ${y - 26}C${x - 34} ${y - 66} ${x + 30} ${y - 62} ${x + 40} ${y - 36}L${x + 54} ${y - 28}L${x + 42} ${y - 16}C${x + 22} ${y + 6} ${x - 34} ${y + 8} ${x - 50} ${y - 26}Z`,
    b.lit("#e8bf45"),
  ) + leaf(x - 42, y - 40, -50, 52, 13, materials.leaf);
const twig: Prop = (b, x, y) => sprig(b, x, y, x < 400 ? -40 : 40, 150, materials.leaf);
const ball: Prop = (b, x, y) => circle(x, y - 27, 28, b.lit(b.accent));
const cone: Prop = (b, x, y) =>
  path(d`M${x - 40} ${y}L${x} ${y - 92}L${x + 40} ${y}A40 9 0 0 1 ${x - 40} ${y}Z`, b.lit(b.accent));
const block: Prop = (b, x, y) =>
  rect(x - 32, y - 58, 64, 62, 4, b.lit(materials.wood)) + circle(x, y - 78, 22, b.lit(b.second));
const cup: Prop = (b, x, y) =>
  path(
    d`M${x - 38} ${y - 62}H${x + 38}C${x + 36} ${y - 20} ${x + 24} ${y} ${x} ${y}S${x - 36} ${y - 20} ${x - 38} ${y - 62}Z`,
    b.lit(b.second),
  ) + ellipse(x, y - 62, 38, 8, shade(b.second, -0.14));

const propsFor: Record<string, readonly Prop[]> = {
  kitchen: [lemon, fig, twig, cup],
  home: [twig, ball, block, cone, pebble],
  outdoors: [pebble, twig, cone],
  plain: [ball, cone, block],
};

function prop(b: Brush, family: string, base: number): string {
  if (b.chance(0.42)) return "";
  const choices = propsFor[family] ?? propsFor.plain!;
  const right = b.chance(0.5);
  const reach = base + b.between(62, 96);
  if (reach > 300) return "";
  const x = right ? 400 + reach : 400 - reach;
  const y = b.between(680, 702);
  return ellipse(x + 16, y, 78, 15, "url(#s)", 'opacity=".8"') + b.pick(choices)(b, x, y);
}

/** What one picture shows: the drawn object and how it meets the room. */
export interface Still {
  pose: Pose;
  base: number;
  /** How much larger than drawn it is shown, so that small things fill the picture as well as tall ones. */
  size: number;
  family: string;
  art: string;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const place = (x: number, y: number, scale: number, turn: number, inner: string, more = "") =>
  `<g transform="translate(${rounded(x)} ${rounded(y)})${turn ? ` rotate(${rounded(turn)})` : ""}${scale === 1 ? "" : ` scale(${rounded(scale)})`}"${more}>${inner}</g>`;

const grounded = (x: number, y: number, base: number, scale: number, inner: string) =>
  ellipse(x + 36 * scale, y + 4, (base * 1.28 + 40) * scale, 30 * scale, "url(#s)") +
  ellipse(x + 4, y + 2, (base + 10) * scale, 13 * scale, "url(#s)") +
  place(x, y, scale, 0, inner);

function standing(b: Brush, r: Room, still: Still, close: boolean): string {
  const scale = still.size * (close ? 1.62 : b.between(1.12, 1.2));
  const x = close ? b.pick([300, 500]) : 400;
  const y = close ? 800 : 674;
  const beside = close ? "" : prop(b, still.family, still.base * scale);
  return backdrop(b, r) + grounded(x, y, still.base, scale, still.art) + beside;
}

function lying(b: Brush, r: Room, still: Still, close: boolean): string {
  const turn = b.between(-13, 13);
  const scale = close ? 1.72 : 1.16;
  const sheet = b.chance(0.6)
    ? place(400, 400, 1, turn + b.pick([-14, 11, 24]), rect(-265, -265, 530, 530, 6, r.shape), ' filter="url(#d)"')
    : circle(b.pick([330, 470]), 420, 300, r.shape);
  const x = close ? b.pick([330, 470]) : 400;
  const twigs =
    b.chance(0.4) && !close
      ? place(
          b.pick([110, 690]),
          700,
          1,
          b.between(-30, 30),
          sprig(b, 0, 0, 20, 170, materials.leaf),
          ' filter="url(#d)"',
        )
      : "";
  return sheet + twigs + place(x, 400, scale, turn, still.art, ' filter="url(#d)"') + sunlight(b.between(420, 640));
}

function onWall(b: Brush, r: Room, still: Still, close: boolean): string {
  const dado = b.chance(0.55) ? rect(0, 620, 800, 180, 0, r.shape) + rect(0, 614, 800, 8, 0, shade(r.shape, 0.04)) : "";
  return (
    dado +
    sunlight(b.between(420, 620)) +
    place(close ? 430 : 400, close ? 430 : 385, close ? 1.45 : 1.14, 0, still.art, ' filter="url(#d)"')
  );
}

function hanging(b: Brush, r: Room, still: Still, close: boolean): string {
  const scale = close ? 1.5 : 1.12;
  return (
    (b.chance(0.5) ? circle(400, 420, 280, r.shape) : sunlight(480)) +
    rect(0, 700, 800, 100, 0, r.table) +
    place(400, close ? 60 : 150, scale, 0, stroke("M0-160V8", materials.dark, 5) + still.art, ' filter="url(#d)"')
  );
}

/** Several standing things on one table, the first in front of the others; 800 by 800. */
export function composeGroup(b: Brush, stills: readonly Still[], wallFirst: boolean): string {
  const r = room(b, wallFirst);
  const places = [
    [400, 690, 1.02],
    [196, 616, 0.82],
    [606, 622, 0.82],
  ] as const;
  const art = stills
    .map(({ base, size, art: inner }, at) => {
      const [x, y, scale] = places[at % places.length]!;
      return grounded(x, y, base, scale * size, inner);
    })
    .reverse()
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800"><defs>${defs(r)}${b.defs()}</defs>${rect(0, 0, 800, 800, 0, "url(#w)")}${backdrop(b, r)}${art}</svg>`;
}

/** The whole picture, 800 by 800. `close` brings the viewer near for a detail. */
export function compose(b: Brush, still: Still, deep: boolean, close: boolean): string {
  const r = room(b, deep);
  const body = { stand: standing, lay: lying, wall: onWall, hang: hanging }[still.pose](b, r, still, close);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800"><defs>${defs(r)}${b.defs()}</defs>${rect(0, 0, 800, 800, 0, "url(#w)")}${body}</svg>`;
}
