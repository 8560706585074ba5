import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";

/** Bytes of a JSON body that are read at most. */
const largest = 1_000_000;

/** What PostgreSQL can keep in no text: NUL and halves of a character. Written in JSON only as an escape. */
const suspect = /\\u(?:0000|d[89a-f])/i;
const unstorable = /\0|\p{Surrogate}/u;

async function readText(request: Request, say: Say): Promise<string> {
  const tooLarge = () => new AppError("too_large", say("errors.too_large"));
  if (Number(request.headers.get("content-length") ?? 0) > largest) throw tooLarge();
  if (!request.body) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  // Counted while it comes in: a client need not say the length, and must not be able to fill the memory.
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largest) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function refuseUnstorable(_key: string, value: unknown): unknown {
  if (typeof value === "string" && unstorable.test(value)) throw new SyntaxError("not text");
  return value;
}

/**
 * The JSON object that a request carries; an empty body is an empty object.
 * @throws AppError `too_large`, `unsupported_media_type`, `malformed`
 */
export async function jsonBody(request: Request, say: Say): Promise<Record<string, unknown>> {
  const malformed = (cause?: unknown) => new AppError("malformed", say("errors.malformed"), { cause });
  const unsupported = () => new AppError("unsupported_media_type", say("errors.unsupported_media_type"));
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type && type !== "application/json") throw unsupported();
  let value: unknown;
  try {
    const text = await readText(request, say);
    if (text.trim() === "") return {};
    if (!type) throw unsupported();
    value = suspect.test(text) ? JSON.parse(text, refuseUnstorable) : JSON.parse(text);
  } catch (error) {
    // What else can go wrong here is broken JSON, broken UTF-8 or a client that left.
    throw error instanceof AppError ? error : malformed(error);
  }
  if (!value || typeof value !== "object" || Array.isArray(value)) throw malformed();
  return value as Record<string, unknown>;
}
