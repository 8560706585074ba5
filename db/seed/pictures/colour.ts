const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value));

/** OKLCH (lightness 0-1, chroma about 0-0.3, hue in degrees) to `#rrggbb`, clipped to sRGB. Matrices: Ottosson 2020. */
export function oklch(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channel = (value: number) => {
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(clamp(encoded) * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${linear.map((value) => channel(Math.max(0, value))).join("")}`;
}

/** `#rrggbb` to OKLCH as [lightness, chroma, hue in degrees]. */
export function toOklch(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const L = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return [L, Math.hypot(A, B), (Math.atan2(B, A) * 180) / Math.PI];
}

/** The same hue lighter (`by` > 0) or darker (`by` < 0); shadows lean towards blue, lights towards yellow. */
export function shade(hex: string, by: number): string {
  const [l, c, h] = toOklch(hex);
  return oklch(clamp(l + by, 0.08, 0.985), c * (by > 0.15 ? 0.8 : 1), h + (by < 0 ? 3 : -3));
}

/** What the shops call their colours, and what we paint them with. Keys are lower case. */
const namedColours: Record<string, string> = {
  white: "#f3ece0",
  chalk: "#efe7d8",
  ivory: "#f2e8d3",
  cream: "#f0e2c4",
  oat: "#dfcdae",
  sand: "#d9bf94",
  natural: "#e2d0ae",
  linen: "#ddcfb6",
  ecru: "#e5d6b8",
  undyed: "#e0d0b4",
  kraft: "#c79f6d",
  honey: "#d9993a",
  amber: "#cc8427",
  ochre: "#cf9536",
  mustard: "#d6a02c",
  saffron: "#e09a22",
  yellow: "#ecbe3f",
  lemon: "#efcf54",
  apricot: "#eba568",
  orange: "#e27a36",
  tangerine: "#e77f3b",
  rust: "#b4552d",
  terracotta: "#c4663f",
  brick: "#a9472f",
  coral: "#e77a63",
  red: "#c73d34",
  tomato: "#d04a35",
  "signal red": "#d2382f",
  crimson: "#a82b3b",
  madder: "#a83a3c",
  pomegranate: "#9c2a3d",
  burgundy: "#7a2836",
  wine: "#75283c",
  rose: "#d98b8b",
  blush: "#e7b9ac",
  pink: "#e59fa8",
  plum: "#6f3d5c",
  aubergine: "#4d2f4a",
  lavender: "#a795c7",
  lilac: "#bba5cf",
  violet: "#6f569c",
  indigo: "#3a4678",
  navy: "#2b3a5c",
  cobalt: "#2f55a4",
  "midnight blue": "#26314f",
  midnight: "#26314f",
  blue: "#3f6fae",
  "sky blue": "#8db9d6",
  sky: "#8db9d6",
  "ice blue": "#bcd6de",
  petrol: "#1f5f6b",
  teal: "#2b7f80",
  turquoise: "#3aa39d",
  aqua: "#6fbdb5",
  "sea green": "#4f9484",
  mint: "#a7cfb5",
  sage: "#9aac85",
  "sage green": "#9aac85",
  olive: "#7c7d42",
  moss: "#667a3c",
  green: "#4c8256",
  "racing green": "#22503e",
  forest: "#2e5640",
  "bottle green": "#275441",
  emerald: "#23775b",
  fir: "#2d5a47",
  eucalyptus: "#86a596",
  tan: "#bf8850",
  cognac: "#a7602f",
  caramel: "#bb7a3c",
  camel: "#c39a65",
  chestnut: "#7d4628",
  walnut: "#6e4a31",
  brown: "#70492f",
  chocolate: "#50331f",
  oak: "#c99d66",
  ash: "#dcc199",
  beech: "#d8b07c",
  cherry: "#9c5637",
  grey: "#9b9892",
  "dove grey": "#b9b4aa",
  stone: "#b5aa98",
  slate: "#5b646c",
  graphite: "#474b50",
  charcoal: "#3f4145",
  anthracite: "#3a3d42",
  black: "#2c2b2e",
  ink: "#262a3a",
  silver: "#bfc2c2",
  steel: "#a9b0b3",
  brass: "#c79d48",
  copper: "#c1764a",
  gold: "#cfa347",
  "smoke blue": "#7a93a6",
  "black oiled": "#343136",
  "oiled oak": "#b98a55",
  "smoked oak": "#70543d",
  "matt black": "#2c2b2e",
  celadon: "#a9c3a6",
};

/** The paint for an option value or a name: the longest known colour word in it, or null when it names none. */
export function colourOf(text: string): string | null {
  const lower = text.toLowerCase();
  const word = Object.keys(namedColours)
    .filter((name) => new RegExp(`(^|[^a-zà-ÿ])${name}($|[^a-zà-ÿ])`).test(lower))
    .sort((one, other) => other.length - one.length)[0];
  return word ? (namedColours[word] ?? null) : null;
}
