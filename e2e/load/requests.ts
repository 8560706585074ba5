import { type IncomingHttpHeaders, request as send } from "node:http";

/** A request that a generator sends again and again; `{n}` in a header becomes a number of its own each time. */
export type Prepared = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };

/** An answer as it came over the wire, still compressed. */
export type Captured = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Each request comes from another address, so that limits by address do not decide what is measured. */
export const fromAnywhere = { "x-forwarded-for": "10.{n}" };

export const get = (path: string, encoding: string): Prepared => ({
  method: "GET",
  path,
  headers: { "accept-encoding": encoding, accept: "text/html" },
});

export const post = (path: string, body: unknown, headers: Record<string, string> = {}): Prepared => ({
  method: "POST",
  path,
  headers: { "content-type": "application/json", ...fromAnywhere, ...headers },
  body: JSON.stringify(body),
});

/** Sends a request once. Throws when the answer is not a success, so that nobody measures refusals. */
export async function capture(origin: string, prepared: Prepared): Promise<Captured> {
  const headers = Object.fromEntries(
    Object.entries(prepared.headers).map(([name, value]) => [name, value.replaceAll("{n}", "0.0.1")]),
  );
  const answer = await new Promise<Captured>((resolve, reject) => {
    const outgoing = send(
      new URL(prepared.path, origin),
      { method: prepared.method, headers, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.once("error", reject);
        incoming.once("end", () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    outgoing.once("error", reject);
    outgoing.end(prepared.body);
  });
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(
      `${prepared.method} ${prepared.path} answered ${answer.status}: ${answer.body.toString("utf8", 0, 300)}`,
    );
  }
  return answer;
}
