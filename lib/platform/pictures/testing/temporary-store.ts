import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { createFolderStore } from "../folder";
import { setPictureStore } from "../index";

/** Keeps the pictures of a test file in a folder that goes with it. */
export function useTemporaryPictures(): void {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charsu-pictures-"));
    setPictureStore(createFolderStore(folder));
  });
  afterAll(async () => {
    setPictureStore(undefined);
    await rm(folder, { recursive: true, force: true });
  });
}
