import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerParent } from "./helper";
import type { Captured } from "./requests";

const perHop = new Set(["connection", "keep-alive", "transfer-encoding", "date"]);

/** Serves captured answers by path as fast as bare node:http can: the same headers, the same bytes, no thought. */
async function serve(answers: Map<string, Captured>): Promise<{ origin: string }> {
  const ready = new Map(
    [...answers].map(([path, { status, headers, body }]) => {
      const kept = Object.entries(headers).filter(([name]) => !perHop.has(name));
      return [path, { status, headers: { ...Object.fromEntries(kept), "content-length": body.length }, body }] as const;
    }),
  );
  const server = createServer((request, response) => {
    const answer = ready.get(request.url ?? "");
    const reply = () => response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
    if (request.method === "POST") request.resume().once("end", reply);
    else reply();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

answerParent(serve);
