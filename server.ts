import "@/lib/commands/node-env";
import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { newAddress } from "@/lib/catalog/moved";
import { neededDatabase } from "@/lib/commands/database-check";
import { explain } from "@/lib/commands/explain";
import { say } from "@/lib/commands/progress";
import { onShutdown } from "@/lib/commands/shutdown";
import { env, setEnv } from "@/lib/platform/env";
import { pictureFolder } from "@/lib/platform/files";
import { log } from "@/lib/platform/log";
import { startBeside } from "@/lib/relay/process";
import { createFront } from "@/lib/web/front";
import { withFirstPaint } from "@/lib/web/front/first-paint";
import { drawingsIn } from "@/lib/web/front/first-paint/drawings";
import { withNotFoundPage } from "@/lib/web/front/not-found";

/** Where this process reaches itself: what it listens on, or the loopback where that is everything. */
function ownOrigin({ address, family, port }: AddressInfo): string {
  const host = address === "0.0.0.0" ? "127.0.0.1" : address === "::" ? "::1" : address;
  return `http://${family === "IPv6" ? `[${host}]` : host}:${port}`;
}

export type ServeOptions = { port: number; host: string; dev?: boolean };

export type Serving = {
  /** The port it listens on (differs from the asked one when that was 0). */
  port: number;
  /** Drains for at most 10 s, then closes Next. */
  stop(): Promise<void>;
};

/**
 * Serves the shop: Next behind our front on one port. Reads settings from env, needs DATABASE_URL set and, unless
 * `dev`, a finished build. Rejects with the listen error (EADDRINUSE, EACCES) when the port cannot be had.
 */
export async function serve({ port, host, dev = false }: ServeOptions): Promise<Serving> {
  setEnv({ NEXT_TELEMETRY_DISABLED: "1" });
  const internalKey = randomBytes(24).toString("base64url");
  // Next's bundle is a module graph of its own; the global object is what both sides share.
  Reflect.set(globalThis, Symbol.for("charsu.internal"), internalKey);

  const { default: next } = await import("next");
  // The decoy keeps Next from taking the upgrades of the real server.
  const app = next({
    dev,
    dir: import.meta.dirname,
    httpServer: new EventEmitter() as never,
    hostname: host,
    port,
    quiet: !dev,
  });
  const pages = withNotFoundPage(
    (request, response) => handler(request, response),
    () => ownOrigin(front.server.address() as AddressInfo),
    newAddress,
  );
  const front = createFront({
    upstream: dev ? pages : withFirstPaint(pages, drawingsIn(pictureFolder())),
    upgrade: dev ? (request, socket, head) => void app.getUpgradeHandler()(request, socket, head) : undefined,
    origin: env.CHARSU_ORIGIN,
    production: env.CHARSU_ENV === "production",
    dev,
    trustProxy: env.CHARSU_TRUST_PROXY,
    internalKey,
    onError: (error, requestId) => log.error({ err: error, requestId }, "request failed"),
    onAnswer: log.isLevelEnabled("debug")
      ? (request, response, milliseconds) =>
          log.debug({
            method: request.method,
            url: request.url,
            status: response.statusCode,
            milliseconds: Math.round(milliseconds),
            requestId: response.getHeader("x-request-id"),
          })
      : undefined,
  });
  // Listening first: a taken port is told at once, and early requests wait for Next instead of failing.
  await new Promise<void>((done, reject) => {
    front.server.once("error", reject);
    front.server.listen(port, host, done);
  });
  const prepared = app.prepare();
  const handler = async (...args: Parameters<ReturnType<typeof app.getRequestHandler>>) => {
    await prepared;
    return app.getRequestHandler()(...args);
  };
  await prepared;
  const listening = (front.server.address() as AddressInfo).port;
  const beside = await startBeside(ownOrigin(front.server.address() as AddressInfo), internalKey);
  return {
    port: listening,
    stop: async () => {
      await front.drain();
      await beside.stop();
      await app.close();
    },
  };
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  try {
    neededDatabase();
    const serving = await serve({ port: env.PORT, host: env.HOST, dev: process.argv.includes("--dev") });
    onShutdown(serving.stop);
    say(`Serving ${env.CHARSU_ORIGIN} on ${env.HOST}:${serving.port}`);
  } catch (error) {
    say(explain(error));
    process.exit(1);
  }
}
