import { beforeAll, describe, expect, it } from "vitest";
import { pictureStore } from "@/lib/platform/pictures";
import { useTemporaryPictures } from "@/lib/platform/pictures/testing/temporary-store";
import { GET } from "./route";

const ask = (name: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/pictures/${name}`, { headers }), {
    params: Promise.resolve({ path: name.split("/") }),
  });

describe("pictures over HTTP", () => {
  useTemporaryPictures();
  beforeAll(async () => {
    for (const name of ["p/abc/320.avif", "demo/x.svg", "originals/abc", "originals/abc.webp", "p/abc/320.jpg"])
      await pictureStore().put(name, Buffer.from(name), "");
  });

  it("are kept by whoever asks, for ever, and can do nothing", async () => {
    const answer = await ask("p/abc/320.avif");
    expect([answer.status, await answer.text()]).toEqual([200, "p/abc/320.avif"]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/avif",
      "content-length": "14",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    const again = await ask("p/abc/320.avif", { "if-none-match": answer.headers.get("etag")! });
    expect(again.status).toBe(304);
    expect((await ask("demo/x.svg")).headers.get("content-type")).toContain("image/svg+xml");
  });

  it.each([
    "originals/abc",
    "originals/abc.webp",
    "p/../originals/abc.webp",
    "p/abc/640.avif",
    "p/abc/320.jpg",
    "p/abc",
    "..",
    "p/.x.webp",
  ])("are not %s", async (name) => {
    expect((await ask(name)).status).toBe(404);
  });

  it("are not there with an ETag alone", async () => {
    expect((await ask("p/abc/641.avif", { "if-none-match": '"p/abc/641.avif"' })).status).toBe(404);
  });
});
