import { join } from "node:path";

/** Where our own copies of pictures are kept. */
export const pictureFolder = (): string => join(/* turbopackIgnore: true */ process.cwd(), ".data", "pictures");

/** Content types of the pictures that we serve, by the end of the name. */
export const pictureTypes: Readonly<Record<string, string>> = {
  svg: "image/svg+xml; charset=utf-8",
  webp: "image/webp",
  avif: "image/avif",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
};
