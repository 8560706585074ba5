/** Points of half an outline from top to bottom: [half width, y]. */
export type Profile = readonly (readonly [number, number])[];

const short = (value: number) => String(Math.round(value * 10) / 10);

/** Path data with numbers rounded to a tenth: d`M ${x} ${y}`. */
export function d(strings: TemplateStringsArray, ...values: number[]): string {
  return strings.reduce((text, part, at) => text + part + (at < values.length ? short(values[at]!) : ""), "");
}

export const path = (data: string, fill: string, more = "") =>
  `<path d="${data}" fill="${fill}"${more && ` ${more}`}/>`;

/** An open line with round ends. */
export const stroke = (data: string, colour: string, width: number, more = "") =>
  `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`;

export const rect = (x: number, y: number, w: number, h: number, r: number, fill: string, more = "") =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}"${r ? ` rx="${short(r)}"` : ""} fill="${fill}"${more && ` ${more}`}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = "") =>
  `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}"${more && ` ${more}`}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = "") =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" fill="${fill}"${more && ` ${more}`}/>`;

/** A ring drawn as a stroke; `dash` makes beads, petals or spokes of it. */
export const ring = (x: number, y: number, r: number, colour: string, width: number, dash = "") =>
  circle(x, y, r, "none", `stroke="${colour}" stroke-width="${short(width)}"${dash && ` stroke-dasharray="${dash}"`}`);

export const group = (transform: string, inner: string) => `<g transform="${transform}">${inner}</g>`;

/** `count` copies of what `draw` makes of 0 … count - 1. */
export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join("");

/** A body of revolution seen from slightly above: smooth sides through the profile, a curved foot. */
export function lathe(profile: Profile): string {
  const first = profile[0]!;
  const last = profile.at(-1)!;
  const side = (points: Profile) =>
    points
      .slice(1)
      .map((end, index) => {
        const start = points[index]!;
        const before = points[index - 1] ?? start;
        const after = points[index + 2] ?? end;
        return d`C${start[0] + (end[0] - before[0]) / 6} ${start[1] + (end[1] - before[1]) / 6} ${end[0] - (after[0] - start[0]) / 6} ${end[1] - (after[1] - start[1]) / 6} ${end[0]} ${end[1]}`;
      })
      .join("");
  const left = profile.map(([w, y]) => [-w, y] as const).reverse();
  const foot = last[0] > 4 ? d`A${last[0]} ${last[0] * 0.14} 0 0 1 ${-last[0]} ${last[1]}` : "";
  return `${d`M${first[0]} ${first[1]}`}${side(profile)}${foot}${side(left)}Z`;
}
