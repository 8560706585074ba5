import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { AppError } from "@/lib/platform/errors";
import { ask, type RunThing, thingDoors } from "./testing/door";

const input = z.object({
  count: z.int(),
  fileName: z.string().min(1),
  file: z.any().refine((each) => each, "fields.required"),
});

const read: RunThing = async ({ input: given }) => {
  const { file, ...rest } = given as unknown as z.output<typeof input>;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return { id: 7, ...rest, text: Buffer.concat(chunks).toString() };
};
const doors = (run = read) => thingDoors(run, { takes: { field: "file", name: "fileName" } }, { input });

async function form(fields: Record<string, string>, content?: string) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  if (content !== undefined) data.set("file", new File([content], "tea.csv"));
  const made = new Response(data);
  return {
    headers: { "content-type": made.headers.get("content-type")! },
    body: Buffer.from(await made.arrayBuffer()),
  };
}

describe.skipIf(!hasDatabase)("doors for files", () => {
  useTestDatabase();

  describe("a door that takes several", () => {
    const several = z.object({ id: z.int(), files: z.any() });
    const readAll: RunThing = async ({ input: given }) => {
      const { id, files } = given as unknown as {
        id: number;
        files: AsyncIterable<{ name: string; bytes: AsyncIterable<Uint8Array> }>;
      };
      const read: string[] = [];
      for await (const { name, bytes } of files) {
        let size = 0;
        for await (const chunk of bytes) size += chunk.length;
        if (size > 5) {
          const error = { field: "files", code: "too_large", message: "" };
          throw new AppError("too_large", "Too large", { errors: [error], data: { file: name } });
        }
        read.push(`${name} ${size}`);
      }
      return { id, read };
    };
    const http = { takes: { field: "files", several: true }, path: "/api/things/{id}/files" } as const;
    const all = (fields: Record<string, string>, ...files: [string, string][]) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      for (const [name, content] of files) data.append("files", new File([content], name));
      return new Response(data);
    };
    const send = async (made: Response) =>
      ask(thingDoors(readAll, http, { input: several }), {
        params: { id: "7" },
        headers: { "content-type": made.headers.get("content-type")! },
        body: Buffer.from(await made.arrayBuffer()) as never,
      });

    it("gets them one after another, and what its address says", async () => {
      const { json } = await send(all({ id: "8" }, ["a.jpg", "one"], ["b.jpg", "three"]));
      expect(json.data).toEqual({ id: 7, read: ["a.jpg 3", "b.jpg 5"] });
    });

    it("leads a browser back with the file that was wrong", async () => {
      const back = await send(all({ next: "/on /here" }, ["a.jpg", "one"], ["sehr groß & breit.jpg", "too much"]));
      const to = new URL(back.headers.get("location")!, "http://localhost");
      expect([back.status, to.pathname]).toEqual([303, "/here"]);
      expect(Object.fromEntries(to.searchParams)).toEqual({ problem: "too_large", file: "sehr groß & breit.jpg" });
    });
  });

  describe("a door that takes one", () => {
    it("reads it from a form, or as the whole body with the fields in the query", async () => {
      const data = { id: 7, count: 3, fileName: "tea.csv", text: "a,b" };
      expect((await ask(doors(), await form({ count: "3" }, "a,b"))).json).toMatchObject({ success: true, data });
      const headers = { "content-type": "text/csv", "content-disposition": 'attachment; filename="tea.csv"' };
      const raw = await ask(doors(), { path: "/api/things?count=3", headers, body: Buffer.from("a,b") as never });
      expect(raw.json).toMatchObject({ success: true, data });
    });

    it("refuses what is missing, and other types", async () => {
      expect(await ask(doors(), await form({ count: "3" }))).toMatchObject({ status: 422 });
      expect(await ask(doors(), { body: "{}" })).toMatchObject({ status: 415 });
    });

    it("leads a browser on, or back with what was wrong, and nowhere else", async () => {
      const next = "/things/{id} /things/new";
      const on = await ask(doors(), await form({ next, count: "3" }, "a"));
      expect([on.status, on.headers.get("location")]).toEqual([303, "/things/7"]);
      const back = await ask(doors(), await form({ next, count: "x" }, "a"));
      expect([back.status, back.headers.get("location")]).toEqual([303, "/things/new?problem=invalid_type"]);
      const away = await ask(doors(), await form({ next: "//evil.example", count: "3" }, "a"));
      expect([away.status, away.headers.get("location")]).toEqual([303, "/"]);
    });

    it("tells the refusal before the file was read", async () => {
      const refuse: RunThing = async () => {
        throw new AppError("forbidden", "No.");
      };
      expect(await ask(doors(refuse), await form({ count: "3" }, "a".repeat(100_000)))).toMatchObject({ status: 403 });
    });
  });

  describe("a door that sends one", () => {
    const path = join(tmpdir(), `charsu-door-${process.pid}`);
    afterAll(() => rm(path, { force: true }));

    it("sends its bytes under its name, and nothing of where it stands", async () => {
      await writeFile(path, "sku,Result\n");
      const run: RunThing = async () => ({ name: 'چای "1".csv', type: "text/csv", path });
      const sent = await thingDoors(run, { method: "GET", sendsFile: true }).GET(
        new (await import("next/server")).NextRequest("http://localhost/api/things"),
        { params: Promise.resolve({}) },
      );
      expect(await sent.text()).toBe(await readFile(path, "utf8"));
      expect(Object.fromEntries(sent.headers)).toMatchObject({
        "content-type": "text/csv",
        "content-length": "11",
        "cache-control": "no-store",
        "content-disposition": `attachment; filename="___ _1_.csv"; filename*=UTF-8''%DA%86%D8%A7%DB%8C%20%221%22.csv`,
      });
    });
  });
});
