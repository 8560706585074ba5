import sharp, { type Sharp } from "sharp";

/**
 * Something like a photograph: light from one side, a thing in the middle, grain. `seed` moves the thing, so that two are
 * never the same bytes.
 */
export function photograph(width: number, height: number, seed = 0): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let noise = 12345 + seed * 7919;
  const middle = { x: width * (0.35 + ((seed * 37) % 30) / 100), y: height * 0.55 };
  const radius = Math.min(width, height) * 0.28;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fffffff;
      const grain = ((noise >> 16) % 17) - 8;
      const light = (x / width) * 90 + (1 - y / height) * 60 + 60;
      const away = Math.hypot(x - middle.x, y - middle.y) / radius;
      const inside = away < 1;
      const shade = inside ? Math.cos((away * Math.PI) / 2.4) * 120 : 0;
      const at = (y * width + x) * 3;
      pixels[at] = Math.max(0, Math.min(255, (inside ? 90 + shade + ((seed * 53) % 80) : light) + grain));
      pixels[at + 1] = Math.max(0, Math.min(255, (inside ? 50 + shade : light * 0.95) + grain));
      pixels[at + 2] = Math.max(
        0,
        Math.min(255, (inside ? 40 + shade * 0.6 + ((seed * 91) % 90) : light * 0.85) + grain),
      );
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
