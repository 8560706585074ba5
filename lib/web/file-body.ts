import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";

/** A file that is still coming in: its bytes are read once, and before the next one's. */
export type IncomingFile = { name: string; bytes: AsyncIterable<Uint8Array> };

/**
 * What a request with a file says: its other fields, the file's name, and its bytes as they come in. `files` are all that
 * came under the field, that one first, for whoever takes several.
 */
export type FileBody = {
  fields: Record<string, string>;
  name: string;
  bytes: AsyncIterable<Uint8Array> | null;
  files: AsyncIterable<IncomingFile>;
};

/** Bytes that may stand before the file: parts' headers and short fields. */
const largestHead = 64 * 1024;

const malformed = (say: Say) => new AppError("malformed", say("errors.malformed"));

/** Bytes of a stream, read up to a mark or handed on up to it. */
class Reader {
  private buffer: Buffer = Buffer.alloc(0);
  private ended = false;

  constructor(
    private readonly source: AsyncIterator<Uint8Array>,
    private readonly say: Say,
  ) {}

  private async more(): Promise<void> {
    const next = await this.source.next();
    if (next.done) this.ended = true;
    else this.buffer = Buffer.concat([this.buffer, next.value]);
  }

  /** What stands before the mark, at most `largestHead` bytes; the mark itself is passed. */
  async until(mark: Buffer): Promise<Buffer> {
    for (;;) {
      const at = this.buffer.indexOf(mark);
      if (at >= 0) {
        const found = this.buffer.subarray(0, at);
        this.buffer = this.buffer.subarray(at + mark.length);
        return found;
      }
      if (this.ended || this.buffer.length > largestHead) throw malformed(this.say);
      await this.more();
    }
  }

  /** Everything before the mark, piece by piece; what might be its beginning is held back. */
  async *before(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.buffer.indexOf(mark);
      const safe = at >= 0 ? at : this.buffer.length - mark.length + 1;
      if (safe > 0) {
        yield this.buffer.subarray(0, safe);
        this.buffer = this.buffer.subarray(safe);
      }
      if (at >= 0) return;
      if (this.ended) throw malformed(this.say);
      await this.more();
    }
  }

  async take(length: number): Promise<Buffer> {
    while (this.buffer.length < length && !this.ended) await this.more();
    const taken = this.buffer.subarray(0, length);
    this.buffer = this.buffer.subarray(length);
    return taken;
  }
}

/** `filename*` before `filename`, without the folders that some browsers send. Sources: RFC 6266, RFC 7578. */
function fileNameOf(disposition: string): string | null {
  const encoded = /;\s*filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  if (encoded === undefined && !plain) return null;
  let name = plain?.[1]?.replace(/%22/g, '"') ?? plain?.[2] ?? "";
  try {
    if (encoded !== undefined) name = decodeURIComponent(encoded);
  } catch {
    // The other one then.
  }
  return name.replace(/^.*[/\\]/s, "");
}

const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "");

/** The parts before the file, and the file while it comes in; fields after it are not read. */
async function multipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  field: string,
  say: Say,
): Promise<FileBody> {
  // The first boundary has no line before it.
  const first = async function* () {
    yield Buffer.from("\r\n");
    yield* body;
  };
  const reader = new Reader(first(), say);
  const mark = Buffer.from(`\r\n--${boundary}`);
  const fields: Record<string, string> = {};
  await reader.until(mark);
  /** On to the field's next file. */
  async function next(): Promise<IncomingFile | null> {
    for (;;) {
      if ((await reader.take(2)).toString("latin1") !== "\r\n") return null;
      const head = (await reader.until(Buffer.from("\r\n\r\n"))).toString("utf8");
      const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1] ?? "";
      const part = /;\s*name\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
      const partName = part?.[1] ?? part?.[2];
      const name = fileNameOf(disposition);
      // A file field that was left empty comes without a name.
      if (partName === field && name) return { name: storable(name), bytes: reader.before(mark) };
      const value = await reader.until(mark);
      if (partName !== undefined && name === null) fields[partName] = storable(value.toString("utf8"));
    }
  }
  const found = await next();
  async function* files(): AsyncGenerator<IncomingFile> {
    for (let file = found; file; file = await next()) {
      yield file;
      await reader.until(mark);
    }
  }
  return { fields, name: found?.name ?? "", bytes: found?.bytes ?? null, files: files() };
}

/**
 * A file that a request carries: in a form, with its other fields before it, or as the whole body with its name in
 * `Content-Disposition`. Nothing of the file is read yet.
 * @param field what a form calls it
 * @throws AppError `unsupported_media_type`, `malformed`
 */
export async function fileBody(request: Request, field: string, say: Say): Promise<FileBody> {
  const type = request.headers.get("content-type") ?? "";
  const kind = type.split(";")[0]!.trim().toLowerCase();
  const bytes = request.body as unknown as AsyncIterable<Uint8Array> | null;
  if (kind === "multipart/form-data") {
    const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(type);
    if (!boundary || !bytes) throw malformed(say);
    return multipart(bytes, boundary[1] ?? boundary[2]!, field, say);
  }
  const readable =
    /^(?:text\/(?:csv|plain|tab-separated-values)|application\/(?:octet-stream|csv|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)|image\/(?:jpeg|png|webp|avif|gif))$/;
  if (!readable.test(kind)) throw new AppError("unsupported_media_type", say("errors.unsupported_media_type"));
  const name = fileNameOf(`;${request.headers.get("content-disposition")?.replace(/^[^;]*;?/, "") ?? ""}`) ?? "";
  const alone = async function* () {
    if (bytes) yield { name: storable(name), bytes };
  };
  return { fields: {}, name: storable(name), bytes, files: alone() };
}
