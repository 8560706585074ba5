import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFolderStore } from "./folder";
import { createS3Store } from "./s3";
import { startS3Server } from "./testing/s3-server";
import type { PictureStore } from "./types";

const text = async (found: { body: ReadableStream<Uint8Array> } | null) =>
  found && new Response(found.body as BodyInit).text();

/** What both sides of the store do alike. */
function contract(store: () => PictureStore) {
  it("gives back what it keeps, byte for byte", async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
    await store().put("p/abc/640.webp", bytes, "image/webp");
    const found = await store().read("p/abc/640.webp");
    expect(found?.size).toBe(bytes.length);
    expect(new Uint8Array(await new Response(found?.body as BodyInit).arrayBuffer())).toEqual(bytes);
    expect(await store().has("p/abc/640.webp")).toBe(true);
  });

  it("has nothing under another name, nor under a part of one", async () => {
    for (const name of ["p/abc/641.webp", "p/abc", "p/abc/640.webp/x"]) {
      expect(await store().read(name)).toBeNull();
      expect(await store().has(name)).toBe(false);
    }
  });

  it("keeps the last of what is put twice, and forgets what is removed, twice as well", async () => {
    await store().put("originals/one", Buffer.from("first"), "image/png");
    await store().put("originals/one", Buffer.from("second"), "image/png");
    expect(await text(await store().read("originals/one"))).toBe("second");
    await store().remove("originals/one");
    await store().remove("originals/one");
    expect(await store().read("originals/one")).toBeNull();
  });

  it("is never asked for what could climb", async () => {
    for (const name of [
      "../x",
      "a/../b",
      "/etc/passwd",
      "a//b",
      ".hidden",
      "a/.b",
      "",
      "a\\b",
      "a b",
      "x".repeat(201),
    ]) {
      await expect((async () => store().read(name))()).rejects.toThrow("no name of a picture");
      await expect((async () => store().put(name, Buffer.from("x"), ""))()).rejects.toThrow("no name of a picture");
    }
  });
}

describe("a folder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charsu-pictures-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  contract(() => createFolderStore(folder));

  it("leaves no halves beside what it keeps", async () => {
    const store = createFolderStore(folder);
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => store.put("p/race/1.webp", Buffer.alloc(50_000, index), "")),
    );
    expect(await readdir(join(folder, "p/race"))).toEqual(["1.webp"]);
  });
});

describe("S3", () => {
  let server: Awaited<ReturnType<typeof startS3Server>>;
  beforeAll(async () => {
    server = await startS3Server();
  });
  afterAll(() => server?.stop());
  contract(() => createS3Store(server.settings));

  it("keeps the type beside the bytes", async () => {
    await createS3Store(server.settings).put("p/typed/1.avif", Buffer.from("x"), "image/avif");
    expect(server.objects.get("p/typed/1.avif")?.type).toBe("image/avif");
  });

  it("tries again what failed for a passing reason", async () => {
    server.state.busy = 1;
    await createS3Store(server.settings).put("p/busy/1.avif", Buffer.from("later"), "image/avif");
    expect(server.objects.get("p/busy/1.avif")?.bytes.toString()).toBe("later");
  });

  it("fails, and finds nothing missing, where it is refused", async () => {
    const stranger = createS3Store({ ...server.settings, secretAccessKey: "wrong" });
    await expect(stranger.read("p/abc/640.webp")).rejects.toThrow("answered 403 to GET");
    await expect(stranger.has("p/abc/640.webp")).rejects.toThrow("answered 403");
    await expect(stranger.put("p/x/1.webp", Buffer.from("x"), "")).rejects.toThrow("answered 403");
    const elsewhere = createS3Store({ ...server.settings, region: "us-east-1" });
    await expect(elsewhere.read("p/abc/640.webp")).rejects.toThrow("answered 403");
  });
});
