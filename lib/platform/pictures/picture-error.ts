/** Why something is not taken as a picture. */
export type PictureProblem = "type" | "too_large" | "too_many_pixels" | "broken";

export class PictureError extends Error {
  override name = "PictureError";
  constructor(
    readonly code: PictureProblem,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
