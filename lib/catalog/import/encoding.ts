import { createReadStream } from "node:fs";
import { analyse } from "chardet";
import iconv from "iconv-lite";

const sampleBytes = 64 * 1024;
/** ISO 8859 as browsers read it: the Windows page of the same script, which is a superset in what text uses. */
const windowsPage: Record<string, string> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
};

/** The most probable encoding of bytes that are no UTF-8. */
function guess(sample: Uint8Array): string {
  const [best] = analyse(sample).filter(({ name }) => !name.startsWith("UTF") && !name.startsWith("ISO-2022"));
  // A handful of accented letters is too little to tell pages apart; then the most common one.
  if (!best || best.confidence < 10) return "windows-1252";
  const name = windowsPage[best.name] ?? best.name;
  return iconv.encodingExists(name) ? name : "windows-1252";
}

/** The encoding of a text file without a byte order mark: UTF-8 when all of it is valid UTF-8, else the best guess. */
export async function detectEncoding(path: string): Promise<string> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const sample: Uint8Array[] = [];
  let sampled = 0;
  let valid = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (sampled < sampleBytes && chunk.some((byte) => byte > 127)) {
      sample.push(chunk.subarray(0, sampleBytes));
      sampled += chunk.length;
    }
    if (!valid) continue;
    try {
      utf8.decode(chunk, { stream: true });
    } catch {
      valid = false;
    }
  }
  // A character cut off by the very end of the file is no reason to doubt the rest.
  return valid ? "utf-8" : guess(Buffer.concat(sample).filter((byte) => byte > 31 || byte === 10));
}

/** The text of a file, piece by piece and without its byte order mark; `encoding` when it is known already. */
export async function* readText(path: string, encoding: string | null): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding ?? (await detectEncoding(path)));
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
