import { connect } from "node:net";
import { AnswerReader } from "./answer-reader";
import { answerParent } from "./helper";
import type { Sample } from "./measured";
import type { Prepared } from "./requests";

/** What to send: the requests in turn over so many connections, each with one request under way. */
export type Load = {
  origin: string;
  requests: Prepared[];
  connections: number;
  /** Seconds of sending before anything is counted, and seconds that are counted. */
  warmUp: number;
  seconds: number;
  /** Ends earlier when this many were sent. */
  atMost?: number;
};

// Another start in each process, so that no key or address is used by two of them.
let sent = process.pid * 100_000;

/** The bytes of a request; made anew each time only where `{n}` stands in it. */
function encoder({ method, path, headers, body = "" }: Prepared, host: string): () => Buffer {
  const length = body ? { "content-length": String(Buffer.byteLength(body)) } : {};
  const lines = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}`);
  const text = `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
  const fixed = Buffer.from(text);
  if (!text.includes("{n}")) return () => fixed;
  return () => Buffer.from(text.replaceAll("{n}", unique()));
}

/** Three numbers below 256 with dots between them, so that `10.{n}` is an address. */
function unique(): string {
  sent += 1;
  return `${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`;
}

async function generate(load: Load): Promise<Sample> {
  const { hostname, port, host } = new URL(load.origin);
  const encoders = load.requests.map((prepared) => encoder(prepared, host));
  const latencies: number[] = [];
  const refused: Record<number, number> = {};
  const countFrom = performance.now() + load.warmUp * 1000;
  const until = countFrom + load.seconds * 1000;
  let turn = 0;
  let answered = 0;
  let last = countFrom;

  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      const reader = new AnswerReader();
      let began = 0;
      const next = () => {
        began = performance.now();
        if (began >= until || turn >= (load.atMost ?? Number.POSITIVE_INFINITY)) {
          socket.destroy();
          resolve();
          return;
        }
        socket.write(encoders[turn % encoders.length]!());
        turn += 1;
      };
      socket.once("connect", next);
      socket.on("data", (bytes) => {
        for (const status of reader.push(bytes)) {
          const now = performance.now();
          answered += 1;
          if (status > 299) refused[status] = (refused[status] ?? 0) + 1;
          else if (began >= countFrom) {
            latencies.push(now - began);
            last = now;
          }
          next();
        }
      });
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("the server closed a connection")));
    });

  const limit = load.warmUp + load.seconds + 30;
  const hung = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the server did not answer for 30 s")), limit * 1000).unref();
  });
  await Promise.race([Promise.all(Array.from({ length: load.connections }, one)), hung]);
  return { latencies: Float64Array.from(latencies), seconds: (last - countFrom) / 1000, answered, refused };
}

answerParent(generate);
