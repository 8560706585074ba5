import { join } from "node:path";

/** Where our own copies of pictures are kept when they are not on S3. */
export const pictureFolder = (): string => join(/* turbopackIgnore: true */ process.cwd(), ".data", "pictures");

/** What the addresses of the demo market's pictures begin with: they are drawn, and nobody is asked for them. */
export const demoPictures = "https://demo.charsu.example/";

/** Content types of the pictures that we serve, by the end of the name. */
export const pictureTypes: Readonly<Record<string, string>> = {
  svg: "image/svg+xml; charset=utf-8",
  webp: "image/webp",
  avif: "image/avif",
};
