import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { listen } from "@/lib/platform/testing/listen";
import type { S3Settings } from "../s3";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Whether a request is signed as it must be. Source: AWS, Signature Version 4, "Create a signed request". */
function isSigned(request: IncomingMessage, body: Buffer, { region, accessKeyId, secretAccessKey }: S3Settings) {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? "",
  );
  if (!found) return false;
  const [, credential = "", signed = "", signature = ""] = found;
  const date = String(request.headers["x-amz-date"]);
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const payload = String(request.headers["x-amz-content-sha256"]);
  if (credential !== `${accessKeyId}/${scope}`) return false;
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== sha256(body)) return false;
  if (Math.abs(Date.now() - Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"))) > 900_000)
    return false;
  const { pathname, searchParams } = new URL(request.url ?? "", "http://s3");
  const headers = signed.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const query = [...searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  const canonical = [request.method, pathname, query.sort().join("&"), headers.join(""), signed, payload].join("\n");
  const text = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  const key = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, date.slice(0, 8)), region));
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, "hex"));
}

/**
 * A small S3 for tests: objects of one bucket by path, every request signed. `objects` looks behind it; with `busy` set it
 * answers so many requests with 503 first.
 */
export async function startS3Server() {
  const objects = new Map<string, { bytes: Buffer; type: string }>();
  const state = { busy: 0 };
  const settings: S3Settings = {
    endpoint: "",
    region: "eu-test-1",
    bucket: "market",
    accessKeyId: "test-key",
    secretAccessKey: "test/secret+key",
  };

  function act(method: string, key: string, body: Buffer, type: string, response: ServerResponse): void {
    const found = objects.get(key);
    if (method === "PUT") {
      objects.set(key, { bytes: body, type });
      response.writeHead(200).end();
    } else if (method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (!found)
      response.writeHead(404).end(method === "HEAD" ? undefined : "<Error><Code>NoSuchKey</Code></Error>");
    else {
      response.writeHead(200, { "content-type": found.type, "content-length": found.bytes.length });
      response.end(method === "HEAD" ? undefined : found.bytes);
    }
  }

  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { pathname } = new URL(request.url ?? "", "http://s3");
    if (state.busy-- > 0) response.writeHead(503).end("<Error><Code>SlowDown</Code></Error>");
    else if (!isSigned(request, body, settings))
      response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
    else if (!pathname.startsWith(`/${settings.bucket}/`))
      response.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>");
    else
      act(
        request.method ?? "",
        pathname.slice(settings.bucket.length + 2),
        body,
        request.headers["content-type"] ?? "",
        response,
      );
  });
  const { url, stop } = await listen(server);
  settings.endpoint = url;
  return { settings, objects, state, stop };
}
