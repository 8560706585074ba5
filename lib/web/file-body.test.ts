import { describe, expect, it } from "vitest";
import { translator } from "@/lib/platform/messages";
import { fileBody } from "./file-body";

const say = translator("en");

/** A request whose body comes in pieces of this size. */
function request(type: string, body: Buffer, size: number, headers: Record<string, string> = {}): Request {
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < body.length; at += size) controller.enqueue(new Uint8Array(body.subarray(at, at + size)));
      controller.close();
    },
  });
  return new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": type, ...headers },
    body: stream,
    duplex: "half",
  } as RequestInit);
}

async function read(given: Request) {
  const { fields, name, bytes } = await fileBody(given, "file", say);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes ?? []) chunks.push(chunk);
  return { fields, name, content: bytes && Buffer.concat(chunks).toString("latin1") };
}

const form = async (parts: (form: FormData) => void) => {
  const data = new FormData();
  parts(data);
  const made = new Response(data);
  return { type: made.headers.get("content-type")!, body: Buffer.from(await made.arrayBuffer()) };
};

describe("a file in a form", () => {
  const content = "a,b\r\n--\r\n------x\r\n\u00ff\0\r\n-";
  const bytes = Buffer.from(content, "latin1");

  it.each([1, 2, 3, 7, 64, 100_000])("comes whole in pieces of %i bytes", async (size) => {
    const { type, body } = await form((data) => {
      data.set("retailerId", "7");
      data.set("note", "süß\0");
      data.set("file", new File([bytes], "Frühling “1”.csv"));
      data.set("late", "x");
    });
    expect(await read(request(type, body, size))).toEqual({
      fields: { retailerId: "7", note: "süß" },
      name: "Frühling “1”.csv",
      content,
    });
  });

  it("may be missing, or left empty", async () => {
    const parts = ['name="file"; filename=""', 'name="retailerId"'].map(
      (each, index) => `--x\r\nContent-Disposition: form-data; ${each}\r\n\r\n${index ? "7" : ""}\r\n`,
    );
    const [type, body] = ["multipart/form-data; boundary=x", Buffer.from(`${parts.join("")}--x--\r\n`)];
    expect(await read(request(type, body, 20))).toEqual({ fields: { retailerId: "7" }, name: "", content: null });
  });

  it("is refused when the form is none, or ends too early", async () => {
    const { type, body } = await form((data) => data.set("file", new File([bytes], "a.csv")));
    await expect(read(request(type, body.subarray(0, body.length - 30), 10))).rejects.toMatchObject({
      code: "malformed",
    });
    await expect(read(request(type, Buffer.from("nothing"), 10))).rejects.toMatchObject({ code: "malformed" });
    await expect(read(request("multipart/form-data", body, 10))).rejects.toMatchObject({ code: "malformed" });
    const endless = Buffer.concat([body.subarray(0, 60), Buffer.alloc(200_000, 97)]);
    await expect(read(request(type, endless, 5000))).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("a file as the whole body", () => {
  it.each([
    [`attachment; filename="C:\\\\goods\\\\tea.csv"`, "tea.csv"],
    ["attachment; filename=tea.csv", "tea.csv"],
    ["attachment; filename=x.csv; filename*=UTF-8''%DA%86%D8%A7%DB%8C.csv", "چای.csv"],
    ["attachment", ""],
  ])("has the name of %s", async (disposition, name) => {
    const given = request("text/csv; charset=utf-8", Buffer.from("a"), 1, { "content-disposition": disposition });
    expect(await read(given)).toEqual({ fields: {}, name, content: "a" });
  });

  it.each(["application/json", "image/svg+xml", ""])("is not of type %j", async (type) => {
    await expect(read(request(type || "x", Buffer.from("{}"), 1))).rejects.toMatchObject({
      code: "unsupported_media_type",
    });
  });
});

describe("several files in a form", () => {
  const both = (size: number) =>
    form((data) => {
      data.set("next", "/here");
      data.append("file", new File(["one\r\n--"], "1.jpg"));
      data.append("other", new File(["not asked for"], "x.jpg"));
      data.append("file", new File([""], "empty.jpg"));
      data.append("file", new File(["three"], "3.jpg"));
      data.set("late", "x");
    }).then(({ type, body }) => request(type, body, size));

  it.each([1, 5, 64, 100_000])("come one after another, each whole, in pieces of %i bytes", async (size) => {
    const { fields, files } = await fileBody(await both(size), "file", say);
    const read: string[][] = [];
    for await (const { name, bytes } of files) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      read.push([name, Buffer.concat(chunks).toString()]);
    }
    expect(read).toEqual([
      ["1.jpg", "one\r\n--"],
      ["empty.jpg", ""],
      ["3.jpg", "three"],
    ]);
    expect(fields).toEqual({ next: "/here", late: "x" });
  });

  it("are one when the body is the file itself", async () => {
    const alone = request("image/png", Buffer.from("bytes"), 2, {
      "content-disposition": 'attachment; filename="a.png"',
    });
    const { files } = await fileBody(alone, "file", say);
    const names: string[] = [];
    for await (const { name } of files) names.push(name);
    expect(names).toEqual(["a.png"]);
  });
});
