import { shade, toOklch } from "./colour";
import { randomFrom } from "./random";
import { d, ellipse, path, stroke, times } from "./shapes";

/** The colours of one picture. `main` is the object's own; the rest are chosen to sit beside it. */
export interface Palette {
  main: string;
  second: string;
  accent: string;
  hue: number;
}

/** What a motif draws with: the palette, materials, a repeatable chance, and definitions collected on the way. */
export interface Brush extends Palette {
  random(): number;
  between(low: number, high: number): number;
  pick<T>(values: readonly T[]): T;
  chance(share: number): boolean;
  /** A fill lit from the upper left, for a colour. */
  lit(colour: string): string;
  /** Draws `inner` only inside the outline. */
  inside(outline: string, inner: string): string;
  defs(): string;
}

export const materials = {
  paper: "#f4ecdc",
  wood: "#c4935c",
  darkWood: "#7b5235",
  metal: "#b4b9ba",
  brass: "#c99f4b",
  dark: "#37353a",
  leaf: "#5f8055",
  deepLeaf: "#3d6349",
  soil: "#5a4334",
  terracotta: "#c56f47",
  glass: "#e6efe9",
  tea: "#a9561f",
  flame: "#f4b63e",
  leather: "#a7643a",
} as const;

/** A brush whose choices depend on nothing but the seed. */
export function createBrush(seed: string, palette: Palette): Brush {
  const random = randomFrom(seed);
  const fills = new Map<string, string>();
  const clips: string[] = [];
  return {
    ...palette,
    random,
    between: (low, high) => low + random() * (high - low),
    pick: (values) => values[Math.floor(random() * values.length)]!,
    chance: (share) => random() < share,
    lit(colour) {
      if (!fills.has(colour)) fills.set(colour, `f${fills.size}`);
      return `url(#${fills.get(colour)})`;
    },
    inside(outline, inner) {
      clips.push(outline);
      return `<g clip-path="url(#c${clips.length})">${inner}</g>`;
    },
    defs() {
      const gradients = [...fills].map(
        ([colour, id]) =>
          `<linearGradient id="${id}" x2="1" y2=".35"><stop stop-color="${shade(colour, 0.06)}"/><stop offset=".42" stop-color="${colour}"/><stop offset="1" stop-color="${shade(colour, -0.11)}"/></linearGradient>`,
      );
      const outlines = clips.map((outline, at) => `<clipPath id="c${at + 1}"><path d="${outline}"/></clipPath>`);
      return gradients.join("") + outlines.join("");
    },
  };
}

/** A pointed leaf from (x, y) towards an angle in degrees (0 = right, -90 = up). */
export function leaf(x: number, y: number, angle: number, length: number, width: number, fill: string): string {
  return path(
    d`M0 0C${length * 0.3} ${-width} ${length * 0.75} ${-width * 0.8} ${length} 0C${length * 0.75} ${width * 0.8} ${length * 0.3} ${width} 0 0`,
    fill,
    `transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(angle)})"`,
  );
}

/** A leaf to be stamped often: define it once inside the picture, then place it with `stamp`. */
export const leafStamp = (length: number, width: number) =>
  `<path id="l" d="${d`M0 0C${length * 0.3} ${-width} ${length * 0.75} ${-width * 0.8} ${length} 0C${length * 0.75} ${width * 0.8} ${length * 0.3} ${width} 0 0`}"/>`;

export const stamp = (x: number, y: number, angle: number, fill: string) =>
  `<use href="#l" fill="${fill}" transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(angle)})"/>`;

/** A stem with paired leaves, leaning to (dx, -height). */
export function sprig(b: Brush, x: number, y: number, dx: number, height: number, colour: string): string {
  const pairs = 4;
  const light = shade(colour, 0.07);
  const leaves = times(pairs, (index) => {
    const t = (index + 1.2) / (pairs + 0.6);
    const px = x + dx * t * t;
    const py = y - height * t;
    const size = height * (0.3 - 0.12 * t);
    const lean = (dx / height) * 40;
    return leaf(px, py, -150 + lean, size, size * 0.26, colour) + leaf(px, py, -30 + lean, size, size * 0.26, light);
  });
  const tip = leaf(x + dx, y - height, -90 + (dx / height) * 60, height * 0.16, height * 0.045, light);
  return (
    stroke(d`M${x} ${y}Q${x} ${y - height * 0.6} ${x + dx} ${y - height}`, shade(colour, -0.06), b.between(4, 6)) +
    leaves +
    tip
  );
}

/** A surface pattern over a body between two heights; quiet by design. */
export function glaze(b: Brush, outline: string, half: number, top: number, bottom: number): string {
  const height = bottom - top;
  const ink = b.chance(0.5) ? b.second : shade(b.main, -0.16);
  const pale = shade(b.main, 0.16);
  const curve = (y: number) => d`M${-half} ${y}Q0 ${y + half * 0.2} ${half} ${y}`;
  const kind = b.pick(["dip", "bands", "plain", "dots", "waves", "leaves", "base", "speckle"] as const);
  const y = top + height * b.between(0.35, 0.55);
  switch (kind) {
    case "dip":
      return b.inside(outline, `<path d="${curve(y)}V${Math.round(top - 60)}H${-half}Z" fill="${pale}" opacity=".9"/>`);
    case "base":
      return b.inside(
        outline,
        `<path d="${curve(y + height * 0.2)}V${Math.round(bottom + 60)}H${-half}Z" fill="${ink}" opacity=".85"/>`,
      );
    case "bands":
      return b.inside(
        outline,
        stroke(curve(y), ink, 12) + stroke(curve(y + 26), ink, 4) + stroke(curve(y - 22), pale, 4),
      );
    case "dots":
      return b.inside(
        outline,
        times(3, (row) => stroke(curve(y + row * 26), pale, 9 - row, `stroke-dasharray="0 ${22 + row * 3}"`)),
      );
    case "waves":
      return b.inside(
        outline,
        times(3, (row) => {
          const at = y + row * 24;
          return stroke(
            d`M${-half} ${at}` + times(8, () => d`q${half / 16} -16 ${half / 8} 0t${half / 8} 0`),
            ink,
            4,
            'opacity=".75"',
          );
        }),
      );
    case "leaves":
      return b.inside(
        outline,
        times(5, (at) => {
          const x = (at - 2) * half * 0.42;
          return (
            leaf(x, y + half * 0.12, -90, height * 0.22, 9, ink) + leaf(x, y + half * 0.12, 90, height * 0.16, 7, pale)
          );
        }),
      );
    case "speckle":
      return b.inside(
        outline,
        times(16, () =>
          ellipse(b.between(-half, half) * 0.9, b.between(top, bottom), 3.4, 2.6, shade(b.main, -0.2), 'opacity=".6"'),
        ),
      );
    case "plain":
      return "";
  }
}

/** A long soft reflection on the lit side of a rounded body. */
export const shine = (data: string, width = 9, opacity = 0.35) => stroke(data, "#fff", width, `opacity="${opacity}"`);

/** A colour as printing ink: dark enough to be read on paper. */
export const onPaper = (colour: string) => (toOklch(colour)[0] > 0.74 ? shade(colour, -0.32) : colour);

/** A small printed ornament for labels and packets, inside about 60 by 60. */
export function ornament(b: Brush, x: number, y: number, size: number, ink: string): string {
  const s = size / 60;
  const place = (inner: string) =>
    `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${s.toFixed(2)})">${inner}</g>`;
  switch (b.pick(["sun", "leaf", "arch", "star", "hills"] as const)) {
    case "sun":
      return place(
        ellipse(0, 0, 13, 13, ink) +
          `<circle r="23" fill="none" stroke="${ink}" stroke-width="9" stroke-dasharray="3 6.03"/>`,
      );
    case "leaf":
      return place(leaf(0, 28, -90, 56, 10, ink) + leaf(0, 26, -145, 34, 9, ink) + leaf(0, 26, -35, 34, 9, ink));
    case "arch":
      return place(
        path("M-24 28V0C-24-18-10-24 0-34C10-24 24-18 24 0V28H13V3C13-8 6-12 0-18C-6-12-13-8-13 3V28Z", ink),
      );
    case "star":
      return place(times(4, (at) => leaf(0, 0, at * 90 - 90, 30, 9, ink) + leaf(0, 0, at * 90 - 45, 19, 6, ink)));
    case "hills":
      return place(path("M-32 22L-10-14L4 8L14-6L32 22Z", ink) + ellipse(14, -20, 7, 7, ink));
  }
}
