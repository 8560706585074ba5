import { open } from "node:fs/promises";
import { ImportFileError } from "./errors";

const headBytes = 64 * 1024;

/** The file is of a kind that cannot be read. */
export const unsupported = (what: string) =>
  new ImportFileError("unsupported_format", `${what} Save it as CSV or as an Excel workbook (.xlsx).`);

async function head(path: string, length: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** UTF-16 without a byte order mark shows as zeros in every second byte. */
function wideEncoding(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = bytes.length / 2;
  if (odd > pairs * 0.3 && even < odd / 10) return "utf-16le";
  if (even > pairs * 0.3 && odd < even / 10) return "utf-16be";
  return null;
}

function refuseMarkup(text: string): void {
  const start = text.trimStart().slice(0, 4096).toLowerCase();
  if (start.includes("wordpress.org/export") || start.includes("<rss")) {
    throw new ImportFileError(
      "unsupported_format",
      "This is a WordPress export (WXR, XML). In WooCommerce choose Products → Export and import the CSV file it makes.",
    );
  }
  if (/^<(?:\?xml|!doctype|html|table|workbook|!--)/.test(start)) {
    throw unsupported("This is a web page or XML, even if its name says otherwise.");
  }
}

/**
 * What a file is by its first bytes, whatever its name: a zip (taken as a workbook), JSON, or text with the encoding its first
 * bytes prove. Throws ImportFileError for everything else, with what to do instead.
 */
export async function sniff(
  path: string,
): Promise<{ kind: "xlsx" } | { kind: "json" } | { kind: "text"; encoding: string | null }> {
  const bytes = await head(path, headBytes);
  const magic = bytes.subarray(0, 8).toString("latin1");
  if (magic.startsWith("PK\u0003\u0004") || magic.startsWith("PK\u0005\u0006")) return { kind: "xlsx" };
  if (magic === "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1") {
    if ((await head(path, 4 * 1024 * 1024)).includes(Buffer.from("EncryptedPackage", "utf16le"))) {
      throw new ImportFileError("encrypted", "The workbook is protected by a password. Save it without one.");
    }
    throw unsupported("This is a workbook of Excel 97–2003 (.xls).");
  }
  if (magic.startsWith("%PDF")) throw unsupported("This is a PDF.");
  const marked = magic.startsWith("\u00ef\u00bb\u00bf")
    ? "utf-8"
    : magic.startsWith("\u00ff\u00fe")
      ? "utf-16le"
      : magic.startsWith("\u00fe\u00ff")
        ? "utf-16be"
        : null;
  const encoding = marked ?? wideEncoding(bytes.subarray(0, 8192));
  if (encoding?.startsWith("utf-16")) return { kind: "text", encoding };
  const control = bytes.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12).length;
  if (bytes.includes(0) || control > Math.max(4, bytes.length / 50))
    throw unsupported("This is neither text nor a workbook.");
  const text = bytes.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
  refuseMarkup(text);
  if (/^\s*[[{]\s*["{[]/.test(text)) return { kind: "json" };
  if (text.trim() === "" && bytes.length < headBytes) {
    throw new ImportFileError("empty_file", "The file holds nothing but blank lines.");
  }
  return { kind: "text", encoding };
}
