import { randomUUID, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import compression from "compression";
import { clientAddress, securityHeaders, setHeaders, settleForwarded, stripInternal } from "./headers";
import { createMemory, isForEverybody } from "./memory";
import { isForeign } from "./origin";
import { type Refusal, refuse, refuseSocket } from "./refusal";
import type { Upstream } from "./upstream";
import { checkUrl, withoutEndSlash } from "./url";

export type FrontOptions = {
  upstream: Upstream;
  /** Takes WebSocket upgrades; without it they are answered 404. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** The public origin, like https://shop.example. */
  origin: string;
  /** Closes /dev, accepts `origin` alone, and tells Next that `origin` is the host. */
  production: boolean;
  /** Next's development server is behind: its own headers pass. */
  dev: boolean;
  /** Believe the last hop of X-Forwarded-For. */
  trustProxy: boolean;
  /** What x-charsu-internal-key must be for /api/internal. */
  internalKey: string;
  /** Called after each answer, for an access log. */
  onAnswer?: (request: IncomingMessage, response: ServerResponse, milliseconds: number) => void;
  /** Called when upstream throws. */
  onError(error: unknown, requestId: string): void;
};

export type Front = {
  server: Server;
  /** Takes no more requests, lets running ones end, cuts them after `limit` ms (10 s). */
  drain(limit?: number): Promise<void>;
};

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const ALLOW = [...METHODS].join(", ");

const NOT_FOUND: Refusal = { status: 404, code: "not_found", message: "Not found" };
const WRONG_METHOD: Refusal = { status: 405, code: "method_not_allowed", message: "Method not allowed" };
const BROKEN: Refusal = { status: 500, code: "internal", message: "Something went wrong" };
const FOREIGN: Refusal = { status: 403, code: "forbidden", message: "This request came from another site" };

/** The HTTP server before Next: refuses what no page should see, cleans headers, and sets the security headers. */
export function createFront(options: FrontOptions): Front {
  const canonical = new URL(options.origin);
  const security = securityHeaders(options.production && canonical.protocol === "https:");
  const rules = { origin: options.origin, ownHostCounts: !options.production };
  const key = Buffer.from(options.internalKey);
  const memory = createMemory();
  const squeeze = compression({
    // What everybody may see is compressed where it is kept, once.
    filter: (request, response) => !isForEverybody(response) && compression.filter(request, response),
  }) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  let draining = false;

  function hasKey(given: string | string[] | undefined): boolean {
    const bytes = Buffer.from(String(given ?? ""));
    return bytes.length === key.length && timingSafeEqual(bytes, key);
  }

  /** What stands against serving `request`; on the way its headers are made trustworthy. */
  function judge(request: IncomingMessage, requestId: string): { refusal?: Refusal; api: boolean } {
    const { headers, method = "" } = request;
    const checked = checkUrl(request.url ?? "");
    if ("status" in checked) {
      const api = request.url?.startsWith("/api") ?? false;
      return { refusal: { status: checked.status, code: "malformed", message: checked.message }, api };
    }
    const { path } = checked;
    const api = isUnder(path, "/api");
    // Every address of the API answers with and without a slash at its end; Next would redirect, and lose the body.
    if (api && path.endsWith("/")) request.url = withoutEndSlash(request.url ?? "");
    if (!METHODS.has(method)) return { refusal: WRONG_METHOD, api };
    if (options.production && isUnder(path, "/dev")) return { refusal: NOT_FOUND, api };
    const internal = hasKey(headers["x-charsu-internal-key"]);
    if (!internal && isUnder(path.replace(/\/{2,}/g, "/"), "/api/internal")) return { refusal: NOT_FOUND, api };
    if (!internal && isForeign(method, headers, api, rules)) return { refusal: FOREIGN, api };

    stripInternal(headers, options.dev);
    const address = clientAddress(headers, request.socket.remoteAddress, options.trustProxy);
    // Next compares an action's Origin with this host; the front has just decided that the Origin is ours.
    const host = options.production || headers.origin === options.origin ? canonical : undefined;
    settleForwarded(headers, address, host);
    headers["x-charsu-ip"] = address;
    headers["x-request-id"] = requestId;
    if (internal) headers["x-charsu-internal-key"] = options.internalKey;
    return { api };
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const requestId = randomUUID();
    if (options.onAnswer) {
      const started = performance.now();
      response.once("close", () => options.onAnswer?.(request, response, performance.now() - started));
    }
    setHeaders(response, security);
    response.setHeader("X-Request-Id", requestId);
    if (draining) response.shouldKeepAlive = false;
    const { refusal, api } = judge(request, requestId);
    if (refusal) {
      if (refusal.status === 405) response.setHeader("Allow", ALLOW);
      refuse(response, refusal, api, requestId);
      return;
    }
    Promise.resolve()
      .then(() => serve(request, response))
      .catch((error: unknown) => {
        options.onError(error, requestId);
        if (response.headersSent) response.destroy();
        else refuse(response, BROKEN, api, requestId);
      });
  }

  function serve(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const upstream = () =>
      new Promise<void>((done, failed) => {
        squeeze(request, response, () => {
          Promise.resolve(options.upstream(request, response)).then(done, failed);
        });
      });
    return options.dev ? upstream() : memory.through(request, response, upstream);
  }

  const server = createServer(
    {
      maxHeaderSize: 32 * 1024,
      headersTimeout: 10_000,
      requestTimeout: 300_000,
      // Longer than the usual minute of load balancers, so that they and not we close an idle connection.
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2_000,
      // Other offers to upgrade (h2c) are ignored, as RFC 9110 section 7.8 allows.
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === "websocket",
    },
    handle,
  );
  server.on("upgrade", (request, socket, head) => {
    if (options.upgrade && !("status" in checkUrl(request.url ?? ""))) options.upgrade(request, socket, head);
    else refuseSocket(socket, "404 Not Found");
  });
  server.on("connect", (_request, socket) => refuseSocket(socket, "405 Method Not Allowed"));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => refuseSocket(socket, statusOf(error.code)));

  async function drain(limit = 10_000): Promise<void> {
    draining = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const deadline = Date.now() + limit;
    let open = true;
    const sweep = async () => {
      while (open && Date.now() < deadline) {
        server.closeIdleConnections();
        await sleep(50);
      }
      server.closeAllConnections();
    };
    await Promise.race([closed, sweep()]);
    open = false;
  }

  return { server, drain };
}

/** True when `path` is `folder` or below it. */
function isUnder(path: string, folder: string): boolean {
  return path.startsWith(folder) && (path.length === folder.length || path.charCodeAt(folder.length) === 47);
}

function statusOf(code: string | undefined): string {
  if (code === "HPE_HEADER_OVERFLOW") return "431 Request Header Fields Too Large";
  if (code === "HPE_INVALID_METHOD") return "405 Method Not Allowed";
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "408 Request Timeout";
  return "400 Bad Request";
}
