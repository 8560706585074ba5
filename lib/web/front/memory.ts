import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { type Captured, capture } from "./capture";
import { compress, type Encoding, encodingFor, isCompressible } from "./encodings";

/** Milliseconds for which an answer is repeated without asking for it again. Source: DESIGN 11. */
const LIFE = 1000;
const LARGEST_BODY = 1024 * 1024;
const MEMORY = 96 * 1024 * 1024;
/** What belongs to one answer or one connection. */
const OWN = new Set(["connection", "content-length", "date", "keep-alive", "transfer-encoding", "x-request-id"]);

type Kept = {
  etag: string;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
  compressible: boolean;
  /** Never changes under its address. */
  forGood: boolean;
  until: number;
  generation: number;
};

export type Memory = {
  /** Answers a request, by asking `upstream` unless the same was answered a moment ago. */
  through(
    request: IncomingMessage,
    response: ServerResponse,
    upstream: () => void | Promise<void>,
  ): void | Promise<void>;
};

/**
 * Keeps what everybody may see (public, no cookie set) for a moment, compressed once for each ETag: Next renders, the
 * front repeats. Answers are told apart by address and by the headers that they vary on.
 */
export function createMemory(): Memory {
  const kept = new LRUCache<string, Kept>({ maxSize: MEMORY, sizeCalculation: ({ body }) => body.length * 2 + 2048 });
  const varies = new LRUCache<string, readonly string[]>({ max: 20_000 });
  const asking = new Map<string, Promise<unknown>>();
  let generation = 0;

  const fresh = (found: Kept | undefined): found is Kept =>
    found !== undefined && (found.forGood || (found.generation === generation && found.until > Date.now()));

  function keep(
    url: string,
    headers: IncomingHttpHeaders,
    answer: Captured,
    began: { at: number; generation: number },
  ) {
    const names = varyNames(answer.headers);
    const key = keyOf(url, names, headers);
    const before = kept.get(key);
    const etag = weak(String(answer.headers.etag));
    // The same content again: what was compressed stays.
    const same = before?.etag === etag && before.body.equals(answer.body) ? before : undefined;
    const fields = Object.entries(answer.headers).filter(([name]) => !OWN.has(name));
    const next: Kept = {
      etag,
      headers: { ...Object.fromEntries(fields), etag, vary: varyHeader(answer.headers) },
      body: same?.body ?? answer.body,
      encoded: same?.encoded ?? {},
      compressible: isCompressible(String(answer.headers["content-type"] ?? ""), answer.body.length),
      forGood: /\bimmutable\b/.test(String(answer.headers["cache-control"])),
      until: began.at + LIFE,
      generation: began.generation,
    };
    varies.set(url, names);
    kept.set(key, next);
    return next;
  }

  async function ask(
    request: IncomingMessage,
    response: ServerResponse,
    upstream: () => void | Promise<void>,
  ): Promise<void> {
    const { url = "", headers, method } = request;
    const began = { at: Date.now(), generation };
    const whole = capture(response, { wants: isForEverybody, limit: LARGEST_BODY });
    // The headers as they came: upstream may add its own.
    const asked = { ...headers };
    // Whole, so that it can be kept; whether this visitor has it already is seen afterwards.
    if (varies.has(url)) delete headers["if-none-match"];
    // The same headers as for GET; node sends no body to whoever asked for HEAD.
    request.method = "GET";
    await Promise.all([
      upstream(),
      whole.then((answer) => answer && send(keep(url, asked, answer, began), method, asked, response, answer.end)),
    ]);
  }

  return {
    through(request, response, upstream) {
      if (!isReading(request)) {
        response.once("close", () => {
          generation += 1;
        });
        return upstream();
      }
      const { url = "", headers } = request;
      if (headers.authorization !== undefined || headers.range !== undefined) return upstream();
      const names = varies.get(url);
      const key = names && keyOf(url, names, headers);
      const found = key === undefined ? undefined : kept.get(key);
      if (fresh(found)) return send(found, request.method, headers, response);
      const running = key === undefined ? undefined : asking.get(key);
      if (running && key !== undefined) {
        return running.then(() => {
          const now = kept.get(key);
          return fresh(now) ? send(now, request.method, headers, response) : upstream();
        });
      }
      const work = ask(request, response, upstream);
      if (key === undefined) return work;
      const settled = work.catch(() => undefined).finally(() => asking.delete(key));
      asking.set(key, settled);
      return work;
    },
  };
}

const isReading = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD";

/** Whether an answer whose headers are set is the same for every visitor and may be kept. */
export function isForEverybody(response: ServerResponse): boolean {
  const control = String(response.getHeader("cache-control") ?? "");
  const vary = String(response.getHeader("vary") ?? "");
  return (
    response.statusCode === 200 &&
    /\b(?:public|s-maxage=[1-9])/.test(control) &&
    !/\b(?:private|no-store)\b/.test(control) &&
    response.getHeader("etag") !== undefined &&
    !response.hasHeader("set-cookie") &&
    !response.hasHeader("content-encoding") &&
    !/\*|\bcookie\b/i.test(vary)
  );
}

const varyNames = ({ vary }: OutgoingHttpHeaders): string[] =>
  [vary ?? ""]
    .flat()
    .flatMap((each) =>
      String(each)
        .toLowerCase()
        .split(/\s*,\s*/),
    )
    .filter((name) => name && name !== "accept-encoding");

const varyHeader = (headers: OutgoingHttpHeaders): string =>
  [...new Set(varyNames(headers)), "accept-encoding"].join(", ");

const keyOf = (url: string, names: readonly string[], headers: IncomingHttpHeaders): string =>
  names.reduce((key, name) => `${key}\n${headers[name] ?? ""}`, url);

const weak = (etag: string): string => (etag.startsWith("W/") ? etag : `W/${etag}`);

/** Source: RFC 9110 section 13.1.2, weak comparison. */
function isKnown(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false;
  return given.trim() === "*" || given.split(",").some((each) => weak(each.trim()) === etag);
}

async function send(
  answer: Kept,
  method: string | undefined,
  asked: IncomingHttpHeaders,
  response: ServerResponse,
  end: (body: Buffer | undefined) => void = (body) => void response.end(body),
): Promise<void> {
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) response.setHeader(name, value);
  if (isKnown(asked["if-none-match"], answer.etag)) {
    response.removeHeader("content-type");
    response.statusCode = 304;
    end(undefined);
    return;
  }
  const encoding = answer.compressible ? encodingFor(asked["accept-encoding"] as string | undefined) : undefined;
  let body = answer.body;
  if (encoding) {
    answer.encoded[encoding] ??= compress(answer.body, encoding, answer.forGood);
    body = await answer.encoded[encoding];
    response.setHeader("content-encoding", encoding);
  }
  response.statusCode = 200;
  response.setHeader("content-length", body.length);
  end(method === "HEAD" ? undefined : body);
}
