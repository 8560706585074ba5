import { AwsClient } from "aws4fetch";
import { checkedName, type PictureStore } from "./types";

export type S3Settings = {
  /** Origin of the service, as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/**
 * Keeps pictures in a bucket of S3, or of what speaks its REST protocol, addressed by path. Requests that failed for a
 * passing reason are tried again by the client.
 * @throws when the service refuses or cannot be reached, without its answer: that names the bucket and the key
 */
export function createS3Store({ endpoint, bucket, ...credentials }: S3Settings): PictureStore {
  const client = new AwsClient({ ...credentials, service: "s3", retries: 3 });
  const at = (name: string) => `${endpoint}/${bucket}/${checkedName(name)}`;

  async function ask(name: string, init: RequestInit, fine: readonly number[]): Promise<Response> {
    const answer = await client.fetch(at(name), { ...init, signal: AbortSignal.timeout(60_000) });
    if (fine.includes(answer.status)) return answer;
    await answer.body?.cancel();
    throw new Error(`The store of pictures answered ${answer.status} to ${init.method} ${name}`);
  }

  return {
    async put(name, bytes, type) {
      const headers = { "content-type": type, "cache-control": "public, max-age=31536000, immutable" };
      const answer = await ask(name, { method: "PUT", headers, body: new Uint8Array(bytes) }, [200, 201, 204]);
      await answer.body?.cancel();
    },
    async read(name) {
      const answer = await ask(name, { method: "GET" }, [200, 404]);
      if (answer.status === 200 && answer.body) {
        return { body: answer.body, size: Number(answer.headers.get("content-length")) };
      }
      await answer.body?.cancel();
      return null;
    },
    has: async (name) => (await ask(name, { method: "HEAD" }, [200, 404])).status === 200,
    async remove(name) {
      const answer = await ask(name, { method: "DELETE" }, [200, 204, 404]);
      await answer.body?.cancel();
    },
  };
}
