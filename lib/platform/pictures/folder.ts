import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { checkedName, type PictureStore } from "./types";

/** Keeps pictures in a folder, which processes that serve one market share. */
export function createFolderStore(folder: string): PictureStore {
  const at = (name: string) => join(folder, checkedName(name));
  const sizeOf = async (name: string) => {
    const found = await stat(at(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
      throw error;
    });
    return found?.isFile() ? found.size : null;
  };
  return {
    async put(name, bytes) {
      const path = at(name);
      await mkdir(dirname(path), { recursive: true });
      const half = `${path}.${randomUUID()}`;
      try {
        await writeFile(half, bytes);
        await rename(half, path);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    async read(name) {
      const size = await sizeOf(name);
      if (size === null) return null;
      return { body: Readable.toWeb(createReadStream(at(name))) as ReadableStream<Uint8Array>, size };
    },
    has: async (name) => (await sizeOf(name)) !== null,
    remove: (name) => rm(at(name), { force: true }),
  };
}
