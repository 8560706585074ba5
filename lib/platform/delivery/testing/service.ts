import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "@/lib/platform/testing/listen";

/** How the next call goes wrong: with this answer, by silence, by hanging up before or only after the work is done. */
type Failure = { status: number; body: unknown } | "silence" | "hang-up" | "hang-up-after";

export type Call = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

/** A local HTTP service for tests that answers JSON and can be told how its next calls fail, in their order. */
export async function startService(answer: (call: Call) => { status: number; body: unknown }, port = 0) {
  const failures: Failure[] = [];
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const failure = failures.shift();
    if (failure === "silence") return;
    if (failure === "hang-up") return request.socket.destroy();
    if (typeof failure === "object") return reply(response, failure);
    const { method = "", url = "", headers } = request;
    const made = answer({ method, url, headers, body: Buffer.concat(chunks).toString() });
    if (failure === "hang-up-after") return request.socket.destroy();
    reply(response, made);
  });
  return {
    ...(await listen(server, port)),
    calls: () => calls,
    failNext: (...next: Failure[]) => {
      failures.push(...next);
    },
  };
}

function reply(response: ServerResponse, { status, body }: { status: number; body: unknown }): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json" }).end(text);
}
