import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { inspectPicture, largestPicture } from "@/lib/platform/pictures/image";
import { PictureError, type PictureProblem } from "@/lib/platform/pictures/picture-error";
import { keepOriginal } from "./files";

/** A file as a door hands it on. */
export type BroughtFile = { name: string; bytes: AsyncIterable<Uint8Array> };

const codes = {
  type: "unsupported_media_type",
  too_large: "too_large",
  too_many_pixels: "invalid",
  broken: "invalid",
} as const satisfies Record<PictureProblem, string>;

async function bytesOf(file: BroughtFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.bytes) {
    size += chunk.byteLength;
    if (size > largestPicture) throw new PictureError("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What is wrong with files that were brought, with the one that it is about. */
function refusal(problem: string, code: (typeof codes)[PictureProblem], file: string, say: Say): AppError {
  const message = say(`admin.pictures.refused.${problem}`, { file });
  return new AppError(code, message, { errors: [{ field: "files", code: problem, message }], data: { file } });
}

/**
 * Keeps what comes in, one file after another, so that one is in memory at a time. The first that is no picture refuses all.
 * @returns the hashes, none twice, in order
 * @throws AppError
 */
export async function receivePictures(files: AsyncIterable<BroughtFile>, most: number, say: Say): Promise<string[]> {
  const hashes = new Set<string>();
  let count = 0;
  for await (const file of files) {
    count += 1;
    if (count > most) throw refusal("too_many", "invalid", file.name, say);
    try {
      const bytes = await bytesOf(file);
      const { type } = await inspectPicture(bytes);
      hashes.add(await keepOriginal(bytes, type));
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      throw refusal(error.code, codes[error.code], file.name, say);
    }
  }
  if (!hashes.size) throw refusal("none", "invalid", "", say);
  return [...hashes];
}
