import sharp, { type Metadata, type Sharp } from "sharp";
import { PictureError } from "./picture-error";
import { type PhotographType, photographTypeOf } from "./sniff";

/** Of one picture, in bytes: as people bring it, or as it is fetched. */
export const largestPicture = 15 * 1024 * 1024;
/** A few kilobytes can decode to more than the memory holds. */
export const mostPixels = 50_000_000;

export type Size = { width: number; height: number };

// One picture at a time, on one core: pages go first.
sharp.concurrency(1);
sharp.cache(false);
// Loaders that nothing here asks for are not reached by any content.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Heif", "Nsgif"].map((kind) => `VipsForeignLoad${kind}`),
});

const open = (bytes: Uint8Array): Sharp => sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" });

async function read(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw new PictureError("broken", { cause: error });
  }
}

/**
 * What a picture is, by its content and head alone: nothing is decoded. Its size is as it is looked at.
 * @throws PictureError
 */
export async function inspectPicture(bytes: Uint8Array): Promise<Size & { type: PhotographType }> {
  if (bytes.byteLength > largestPicture) throw new PictureError("too_large");
  const type = photographTypeOf(bytes);
  if (!type) throw new PictureError("type");
  const { autoOrient } = await read(bytes);
  const { width, height } = autoOrient;
  if (!width || !height) throw new PictureError("broken");
  if (width * height > mostPixels) throw new PictureError("too_many_pixels");
  return { type, width, height };
}

/**
 * A picture decoded: turned as its camera says, in sRGB, without anything else that it carried, of an animation the first
 * frame; not larger than `within` on either side, and never larger than it was.
 * @throws PictureError
 */
export async function decodePicture(bytes: Uint8Array, within: number) {
  await inspectPicture(bytes);
  try {
    const { data, info } = await open(bytes)
      .autoOrient()
      .resize({ width: within, height: within, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return {
      width,
      height,
      /** The picture in `width`, as one of the formats that pages ask for. */
      encode: (format: "avif" | "webp", at: number): Promise<Buffer> => {
        const whole = sharp(data, { raw: { width, height, channels } });
        const sized = at < width ? whole.resize({ width: at }) : whole;
        return (format === "avif" ? sized.avif({ quality: 55, effort: 3 }) : sized.webp({ quality: 78 })).toBuffer();
      },
    };
  } catch (error) {
    throw new PictureError("broken", { cause: error });
  }
}
