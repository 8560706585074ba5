import { lookup as resolveName } from "node:dns/promises";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { largestPicture } from "./image";
import { isPublicAddress } from "./public-address";

/** Why a picture could not be fetched. `passing`: it may well be there later. */
export class FetchError extends Error {
  override name = "FetchError";
  constructor(
    readonly code: "address" | "unreachable" | "answer" | "redirects" | "too_large" | "slow",
    readonly passing: boolean,
    /** The status of the answer. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(status === undefined ? code : `${code} ${status}`, options);
  }
}

export type Address = { address: string; family: number };

export type FetchSettings = {
  /** Whether an address may be connected to. */
  mayConnect: (ip: string) => boolean;
  /** Every address of a name. */
  resolve: (host: string) => Promise<Address[]>;
  /** Milliseconds for everything, redirects included. */
  deadline: number;
  /** Bytes. */
  largest: number;
};

const defaults: FetchSettings = {
  mayConnect: isPublicAddress,
  resolve: (host) => resolveName(host, { all: true }),
  deadline: 60_000,
  largest: largestPicture,
};

/** Hops at most; a shop's picture that moves more often is gone. */
const mostRedirects = 5;

/** An address that a picture may have at all: of the web, without a login, at a port where the web is. */
function addressOf(text: string, base?: string): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  const port = Number(url?.port || (url?.protocol === "https:" ? 443 : 80));
  const web = url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!web || (port < 1024 && port !== 80 && port !== 443)) throw new FetchError("address", false);
  return url;
}

/** The addresses of a host, each of which may be connected to: one that may not be refuses the host. */
async function checkedAddresses(url: URL, { mayConnect, resolve }: FetchSettings): Promise<Address[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const literal = isIP(host);
  const found = literal
    ? [{ address: host, family: literal }]
    : await resolve(host).catch((error: Error) => {
        throw new FetchError("unreachable", true, undefined, { cause: error });
      });
  if (!found.length) throw new FetchError("unreachable", true);
  if (!found.every(({ address }) => mayConnect(address))) throw new FetchError("address", false);
  return found;
}

/** Connects to what was checked, whatever the name means by now. */
const lookupOf =
  (addresses: Address[]): LookupFunction =>
  (_host, options, done) => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };

function ask(url: URL, addresses: Address[], signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        // No connection is kept that a later request would take unchecked.
        agent: false,
        lookup: lookupOf(addresses),
        signal,
        headers: {
          accept: "image/avif,image/webp,image/*;q=0.8",
          "accept-encoding": "identity",
          "user-agent": "Charsu",
        },
      },
      resolve,
    )
      .on("error", reject)
      .end();
  });
}

async function bodyOf(answer: IncomingMessage, largest: number): Promise<Buffer> {
  if (Number(answer.headers["content-length"] ?? 0) > largest) throw new FetchError("too_large", false);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    // A server need not say the length, and must not be able to fill the memory.
    if (size > largest) throw new FetchError("too_large", false);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Source: RFC 9110, 15.5.9, 15.5.19, 15.6; RFC 6585, 4. */
const isPassing = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

/**
 * Fetches what somebody named in a file: over HTTP, from the public network alone. Each address that the name has, and
 * the name of each redirect, is looked at before anything is sent, and the connection is made to what was looked at.
 * @returns the bytes, whatever they are
 * @throws FetchError
 */
export async function fetchPicture(address: string, settings: Partial<FetchSettings> = {}): Promise<Buffer> {
  const given = { ...defaults, ...settings };
  const signal = AbortSignal.timeout(given.deadline);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new FetchError("slow", true)), { once: true });
  });
  // Asking for a name cannot be broken off; nobody waits for it any more.
  late.catch(() => undefined);
  let url = addressOf(address);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    let answer: IncomingMessage | undefined;
    try {
      const addresses = await Promise.race([checkedAddresses(url, given), late]);
      answer = await ask(url, addresses, signal);
      const status = answer.statusCode ?? 0;
      if (status === 200) return await bodyOf(answer, given.largest);
      const to = answer.headers.location;
      if (status < 300 || status > 399 || to === undefined) throw new FetchError("answer", isPassing(status), status);
      url = addressOf(to, url.href);
    } catch (error) {
      if (error instanceof FetchError) throw error;
      if (signal.aborted) throw new FetchError("slow", true);
      throw new FetchError("unreachable", true, undefined, { cause: error });
    } finally {
      answer?.destroy();
    }
  }
  throw new FetchError("redirects", false);
}
