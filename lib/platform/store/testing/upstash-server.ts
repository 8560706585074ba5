import { createServer, type IncomingMessage } from "node:http";
import { Redis } from "ioredis";
import { listen } from "@/lib/platform/testing/listen";
import { startRedis } from "./redis-process";

type Command = (string | number)[];
type Reply = { result: unknown } | { error: string };

export type UpstashServer = { url: string; token: string; redis: Redis; stop(): Promise<void> };

/**
 * A local Upstash for tests: its REST protocol (POST `/`, `/pipeline`, `/multi-exec`, Bearer token, base64 answers)
 * over a real Redis started from `redisServer`. `redis` looks behind it. Protocol: https://upstash.com/docs/redis/features/restapi
 */
export async function startUpstashServer(redisServer: string, port = 0): Promise<UpstashServer> {
  const process = await startRedis(redisServer);
  const redis = new Redis({ host: "127.0.0.1", port: process.port });
  const token = "test-token";

  const server = createServer(async (request, response) => {
    const encode = request.headers["upstash-encoding"] === "base64" ? encodeReply : (reply: Reply) => reply;
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { error: "Unauthorized" });
    if (request.method !== "POST") return answer(405, { error: "Method Not Allowed" });
    const body = await readJson(request);
    if (!Array.isArray(body)) return answer(400, { error: "ERR failed to parse command" });
    if (request.url === "/pipeline") return answer(200, (await pipeline(redis, body)).map(encode));
    if (request.url === "/multi-exec") {
      const replies = await transaction(redis, body);
      return Array.isArray(replies) ? answer(200, replies.map(encode)) : answer(400, replies);
    }
    const reply = await execute(redis, body);
    answer("error" in reply ? 400 : 200, encode(reply));
  });
  const { url, stop } = await listen(server, port);

  return {
    url,
    token,
    redis,
    async stop() {
      stop();
      redis.disconnect();
      await process.stop();
    },
  };
}

async function execute(redis: Redis, [name, ...args]: Command): Promise<Reply> {
  try {
    return { result: await redis.call(String(name), ...args) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

function pipeline(redis: Redis, commands: Command[]): Promise<Reply[]> {
  return Promise.all(commands.map((command) => execute(redis, command)));
}

async function transaction(redis: Redis, commands: Command[]): Promise<Reply[] | Reply> {
  const multi = redis.multi();
  for (const [name, ...args] of commands) multi.call(String(name), ...args);
  try {
    const results = (await multi.exec()) ?? [];
    return results.map(([error, result]) => (error ? { error: error.message } : { result }));
  } catch (error) {
    return { error: (error as Error).message };
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

function encodeReply(reply: Reply): Reply {
  return "error" in reply ? reply : { result: encodeValue(reply.result) };
}

function encodeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encodeValue);
  return typeof value === "string" && value !== "OK" ? Buffer.from(value).toString("base64") : value;
}
