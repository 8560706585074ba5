import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ImportFileError } from "./errors";

/** A file on disk, or its bytes: at once, or as they arrive. `name` is what the person called it. */
export type ImportFile = { name: string } & ({ path: string } | { bytes: Uint8Array | AsyncIterable<Uint8Array> });

/** Bytes as they come, until they are more than `maximum`. Throws ImportFileError. */
export async function* limited(bytes: AsyncIterable<Uint8Array>, maximum: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > maximum) throw tooLarge(maximum);
    yield chunk;
  }
}

const tooLarge = (maximum: number) =>
  new ImportFileError("too_large", `The file is larger than ${Math.floor(maximum / 1024 / 1024)} MB.`);

/**
 * Calls `use` with a path under which the file can be read more than once, and a folder for scratch files. Bytes are
 * kept on disk meanwhile, never whole in memory. Throws ImportFileError when it is missing, empty or too large.
 */
export async function* withFile<T>(
  file: ImportFile,
  maximum: number,
  use: (path: string, scratch: string) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const scratch = await mkdtemp(join(tmpdir(), "charsu-import-"));
  try {
    let path = join(scratch, "file");
    if ("path" in file) path = file.path;
    else {
      const bytes = file.bytes instanceof Uint8Array ? Readable.from([file.bytes]) : file.bytes;
      await pipeline(limited(bytes as AsyncIterable<Uint8Array>, maximum), createWriteStream(path));
    }
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new ImportFileError("not_found", `There is no file “${file.name}”.`);
    if (found.size === 0) throw new ImportFileError("empty_file", "The file is empty.");
    if (found.size > maximum) throw tooLarge(maximum);
    yield* use(path, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
