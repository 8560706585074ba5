import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "@/lib/platform/errors";

/** Why the front does not let a request through; `code` is from the table of `lib/platform/errors`. */
export type Refusal = { status: number; code: ErrorCode; message: string };

/** Answers a refusal: the envelope under /api, a small page elsewhere. The body of the request is not read. */
export function refuse(response: ServerResponse, refusal: Refusal, api: boolean, requestId: string): void {
  const { status, code, message } = refusal;
  const body = api
    ? JSON.stringify({ success: false, message, data: null, code, errors: [], requestId })
    : `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${message}</title><h1>${message}</h1><p><a href="/">Home</a></p></html>`;
  response.writeHead(status, {
    "Content-Type": api ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/** Answers on a connection that has no request object (a parse error, an upgrade) and closes it. */
export function refuseSocket(socket: Duplex, statusLine: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.on("error", () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${statusLine}\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n\r\n`,
    () => socket.destroy(),
  );
}
