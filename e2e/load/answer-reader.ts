const headEnd = Buffer.from("\r\n\r\n");
const lineEnd = Buffer.from("\r\n");
const nothing = Buffer.alloc(0);

type State = "head" | "body" | "size" | "chunk" | "trailer";

/**
 * Finds where each answer on a keep-alive connection ends (RFC 9112, 6 and 7.1): by Content-Length, by chunks, or at
 * its head. Looks at no more than that, so that the generator is faster than any server it measures.
 */
export class AnswerReader {
  #state: State = "head";
  #rest: Buffer = nothing;
  #status = 0;
  /** Bytes of the body, or of the chunk and its line end, that are still to come. */
  #left = 0;
  #ended = false;

  /** Takes what came; returns the status of each answer that is complete with it. */
  push(bytes: Buffer): number[] {
    const ended: number[] = [];
    let data = this.#rest.length ? Buffer.concat([this.#rest, bytes]) : bytes;
    this.#rest = nothing;
    while (data.length) {
      const used = this.#state === "body" || this.#state === "chunk" ? this.#skip(data) : this.#line(data);
      if (used === 0) {
        this.#rest = data;
        break;
      }
      data = data.subarray(used);
      if (this.#ended) ended.push(this.#status);
    }
    return ended;
  }

  #skip(data: Buffer): number {
    const used = Math.min(this.#left, data.length);
    this.#left -= used;
    this.#ended = this.#state === "body" && this.#left === 0;
    if (this.#left === 0) this.#state = this.#state === "body" ? "head" : "size";
    return used;
  }

  #line(data: Buffer): number {
    this.#ended = false;
    const end = this.#state === "head" ? headEnd : lineEnd;
    const at = data.indexOf(end);
    if (at < 0) return 0;
    const text = data.toString("latin1", 0, at);
    if (this.#state === "head") this.#readHead(text);
    else if (this.#state === "size") this.#readSize(text);
    else if (text === "") {
      this.#state = "head";
      this.#ended = true;
    }
    return at + end.length;
  }

  #readHead(head: string): void {
    this.#status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const empty = this.#status === 204 || this.#status === 304 || length === "0";
    if (empty) this.#ended = true;
    else if (length !== undefined) {
      this.#left = Number(length);
      this.#state = "body";
    } else if (/\r\ntransfer-encoding: *chunked/i.test(head)) this.#state = "size";
    else throw new Error(`An answer without an end:\n${head}`);
  }

  #readSize(line: string): void {
    const size = Number.parseInt(line, 16);
    this.#left = size + lineEnd.length;
    this.#state = size === 0 ? "trailer" : "chunk";
  }
}
