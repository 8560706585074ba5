import { createBrush, materials, type Palette } from "./brush";
import { oklch, shade, toOklch } from "./colour";
import { familyOf, isMotif, type MotifName, motifs } from "./motifs";
import { hash, randomFrom } from "./random";
import { compose } from "./scene";

/** What a picture of a product is made from. */
export interface ProductPicture {
  handle: string;
  name: string;
  /** One of `motifs`; anything else is drawn as a box. */
  motif: string;
  /** The shop's hue in degrees. */
  hue: number;
  /** `#rrggbb` of the thing itself, when it has a colour. */
  colour?: string | undefined;
  /** 0 the thing, 1 a pair or another room, 2 near. */
  view: 0 | 1 | 2;
}

const pigments = [
  "#c4663f",
  "#cf9536",
  "#8f9f6b",
  "#2f5d73",
  "#e9dcc3",
  "#7b3f52",
  "#2f7a78",
  "#a9472f",
  "#d79a8c",
  "#3c4a63",
  "#e3b65b",
  "#6f8d9c",
];
const distance = (one: string, other: string) => {
  const [l1, c1, h1] = toOklch(one);
  const [l2, c2, h2] = toOklch(other);
  const turn = Math.abs(((h1 - h2 + 540) % 360) - 180) / 180;
  return Math.abs(l1 - l2) * 1.6 + turn * Math.min(c1, c2) * 6;
};

function paletteFor(seed: string, hue: number, colour: string | undefined): Palette {
  const random = randomFrom(`palette ${seed}`);
  const ground = oklch(0.9, 0.045, hue);
  const order = [...pigments].sort((one, other) => hash(one + seed) - hash(other + seed));
  const main = colour ?? order.find((pigment) => distance(pigment, ground) > 0.34) ?? "#2f5d73";
  const second = order.find((pigment) => pigment !== main && distance(pigment, main) > 0.5) ?? materials.paper;
  const accent = order.find(
    (pigment) => pigment !== second && distance(pigment, main) > 0.3 && distance(pigment, second) > 0.3,
  );
  return { main, second, accent: accent ?? shade(main, 0.15), hue: hue + (random() - 0.5) * 24 };
}

/** A product's picture as SVG text, 800 by 800, under 6 KB, with nothing outside itself. The same input gives the same bytes. */
export function drawProduct({ handle, motif, hue, colour, view }: ProductPicture): string {
  const name: MotifName = isMotif(motif) ? motif : "box";
  const kind = motifs[name];
  const palette = paletteFor(view === 1 && !colour ? `${handle} other` : handle, hue, colour);
  const b = createBrush(`${handle} ${view === 2 ? 0 : view}`, palette);
  const art = kind.draw(b);
  const deep = hash(`${handle} room`) % 10 < 3 !== view > 0;
  return compose(
    b,
    { pose: kind.pose, base: kind.base, size: kind.size, family: familyOf(name), art },
    deep,
    view === 2,
  );
}
