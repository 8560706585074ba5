import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { decodePicture, inspectPicture, largestPicture } from "./image";
import { photographTypeOf } from "./sniff";
import { photograph } from "./testing/photograph";

const failing = (code: string) => expect.objectContaining({ name: "PictureError", code });
const decoded = async (bytes: Buffer, format: "avif" | "webp" = "webp", within = 1600, at?: number) => {
  const picture = await decodePicture(bytes, within);
  const made = await picture.encode(format, at ?? picture.width);
  return { made, meta: await sharp(made).metadata(), pixels: await sharp(made).raw().toBuffer() };
};

describe("what is taken", () => {
  it.each([
    ["image/jpeg", (s: Sharp) => s.jpeg()],
    ["image/png", (s: Sharp) => s.png()],
    ["image/webp", (s: Sharp) => s.webp()],
    ["image/avif", (s: Sharp) => s.avif({ effort: 0 })],
    ["image/gif", (s: Sharp) => s.gif()],
  ])("%s", async (type, as) => {
    const bytes = await as(photograph(64, 48)).toBuffer();
    expect(await inspectPicture(bytes)).toEqual({ type, width: 64, height: 48 });
    const { made, meta } = await decoded(bytes, "avif");
    expect(photographTypeOf(made)).toBe("image/avif");
    expect(meta).toMatchObject({ width: 64, height: 48 });
  });

  it.each([
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ["a drawing after an XML head", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["a page", "<!doctype html><img src=x.jpg>"],
    ["TIFF", "II*\0\x08\0\0\0"],
    ["PDF", "%PDF-1.7"],
    ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
    ["a film", "\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41"],
    ["nothing", ""],
  ])("not %s", async (_, content) => {
    await expect(inspectPicture(Buffer.from(content, "latin1"))).rejects.toEqual(failing("type"));
  });

  it("not what only begins like one, nor one cut off", async () => {
    await expect(inspectPicture(Buffer.from("\xff\xd8\xff\xe0 and then?", "latin1"))).rejects.toEqual(
      failing("broken"),
    );
    const whole = await photograph(400, 300).jpeg().toBuffer();
    await expect(decodePicture(whole.subarray(0, whole.length / 2), 1600)).rejects.toEqual(failing("broken"));
    const png = await photograph(400, 300).png().toBuffer();
    await expect(decodePicture(png.subarray(0, png.length / 2), 1600)).rejects.toEqual(failing("broken"));
  });

  it("not more than 15 MB, whatever is in them", async () => {
    const small = await photograph(8, 8).jpeg().toBuffer();
    const heavy = Buffer.concat([small, Buffer.alloc(largestPicture)]);
    await expect(inspectPicture(heavy)).rejects.toEqual(failing("too_large"));
  });

  it("not a bomb: a few kilobytes of more than 50 megapixels", async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 5_001, channels: 3, background: "#fff" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9, palette: true, effort: 1 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(100_000);
    await expect(inspectPicture(bomb)).rejects.toEqual(failing("too_many_pixels"));
    await expect(decodePicture(bomb, 1600)).rejects.toEqual(failing("too_many_pixels"));
  });
});

describe("what is made", () => {
  it("stands as the camera was held, and carries nothing else", async () => {
    // Red on the left, and told to be turned a quarter: then red is above.
    const left = await sharp({ create: { width: 40, height: 60, channels: 3, background: "#f00" } })
      .png()
      .toBuffer();
    const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#00f" } })
      .composite([{ input: left, left: 0, top: 0 }])
      .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
      .withExif({ IFD0: { Copyright: "Somebody" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 31/1 0/1" } })
      .withXmp('<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await inspectPicture(bytes)).toMatchObject({ width: 60, height: 80 });
    for (const format of ["avif", "webp"] as const) {
      const { made, meta, pixels } = await decoded(bytes, format);
      expect(meta).toMatchObject({ width: 60, height: 80 });
      for (const kept of ["exif", "icc", "iptc", "xmp", "orientation"] as const) expect(meta[kept]).toBeUndefined();
      expect(made.includes("Somebody")).toBe(false);
      expect(pixels[0]).toBeGreaterThan(200);
      expect(pixels[2]).toBeLessThan(60);
      expect(pixels[pixels.length - 3]).toBeLessThan(60);
    }
  });

  it("looks in sRGB as it looked in its own colours", async () => {
    // The green of Display P3 lies outside sRGB; its red channel is driven down to nothing.
    const wide = await sharp({ create: { width: 16, height: 16, channels: 3, background: { r: 200, g: 120, b: 60 } } })
      .withIccProfile("p3")
      .png()
      .toBuffer();
    const stored = await sharp(wide, { ignoreIcc: true }).raw().toBuffer();
    const { pixels, meta } = await decoded(wide);
    expect(meta.icc).toBeUndefined();
    // The numbers of the file mean other colours: those of sRGB are what it was made of.
    expect(Math.abs(stored[0]! - 200)).toBeGreaterThan(5);
    expect([pixels[0], pixels[1], pixels[2]].map((value, index) => Math.abs(value! - [200, 120, 60][index]!))).toEqual([
      expect.toSatisfy((d) => d < 6),
      expect.toSatisfy((d) => d < 6),
      expect.toSatisfy((d) => d < 6),
    ]);
  });

  it("is never larger than it was, and fits", async () => {
    const bytes = await photograph(300, 200).jpeg().toBuffer();
    expect(await decodePicture(bytes, 1600)).toMatchObject({ width: 300, height: 200 });
    expect(await decodePicture(bytes, 150)).toMatchObject({ width: 150, height: 100 });
    expect((await decoded(bytes, "webp", 300, 120)).meta).toMatchObject({ width: 120, height: 80 });
    expect((await decoded(bytes, "webp", 300, 9999)).meta).toMatchObject({ width: 300 });
  });

  it("keeps what can be seen through, and takes grey, CMYK and 16 bits", async () => {
    const glass = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    expect((await decoded(glass)).meta.hasAlpha).toBe(true);
    const others = [
      photograph(40, 30).toColourspace("b-w").png(),
      photograph(40, 30).toColourspace("cmyk").jpeg(),
      photograph(40, 30).toColourspace("rgb16").png(),
    ];
    for (const other of others) {
      const { meta } = await decoded(await other.toBuffer());
      expect(meta).toMatchObject({ width: 40, space: "srgb" });
    }
  });
});
