import { createServer, type IncomingMessage } from "node:http";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "@/db/schema/store";
import { listen } from "@/lib/platform/testing/listen";
import { createPostgresStore } from "./postgres";
import { codeStoreContract, type StoreUnderTest } from "./store.contract";
import { redisServerPath } from "./testing/redis-process";
import { openSchemaDatabase, testDatabaseUrl } from "./testing/schema-database";
import { startUpstashServer, type UpstashServer } from "./testing/upstash-server";
import { StoreError } from "./types";
import { createUpstashStore } from "./upstash";

const databaseUrl = testDatabaseUrl();
const redisServer = redisServerPath();

describe.skipIf(!databaseUrl)("PostgreSQL (skipped without CHARSU_TEST_DATABASE_URL)", () => {
  let database: { pool: Pool; close(): Promise<void> };
  let subject: StoreUnderTest;

  beforeAll(async () => {
    database = await openSchemaDatabase(databaseUrl!, schema);
    const { pool } = database;
    subject = {
      store: createPostgresStore(pool),
      async expireCode(key) {
        await pool.query("update codes.code set expires_at = now() where key = $1", [key]);
      },
      async holdsCode(key) {
        return (await pool.query("select from codes.code where key = $1", [key])).rowCount === 1;
      },
      async age(seconds) {
        await pool.query("update codes.hit set moments = array(select m - $1 * 1000 from unnest(moments) m)", [
          seconds,
        ]);
      },
    };
  });
  afterAll(() => database?.close());

  codeStoreContract("PostgreSQL", () => subject);

  test("a sweep deletes what has expired and nothing else", async () => {
    const { store, expireCode } = subject;
    await store.sweep();
    await store.putCode("old", { hash: "right" }, 300);
    await store.putCode("young", { hash: "right" }, 300);
    await expireCode("old");
    await store.take("old", 1, 60);
    await store.take("young", 1, 60);
    await database.pool.query("update codes.hit set expires_at = now() where bucket = 'old:60'");
    expect(await store.sweep()).toBe(2);
    expect(await store.sweep()).toBe(0);
    expect(await store.checkCode("young", "right", 5)).toBe("match");
    expect((await store.take("young", 1, 60)).ok).toBe(false);
  });

  test("limits stay exact while sweeps run", async () => {
    const { store } = subject;
    const rules = ["a", "b", "c"].map((bucket) => ({ bucket: `swept ${bucket}`, limit: 20, windowSeconds: 60 }));
    const sweeps = Array.from({ length: 50 }, () => store.sweep());
    const answers = await Promise.all(Array.from({ length: 60 }, () => store.takeAll(rules)));
    await Promise.all(sweeps);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(20);
  });

  test("a log holds at most as many entries as it must", async () => {
    const { store } = subject;
    for (let i = 0; i < 200; i++) await store.take("long log", 100_000, 3600);
    const { rows } = await database.pool.query(
      "select cardinality(moments) as n, (select sum(a) from unnest(amounts) a) as total from codes.hit where bucket = 'long log:3600'",
    );
    expect(rows).toEqual([{ n: expect.toSatisfy((n: number) => n <= 2), total: "200" }]);
  });

  test("an error tells no key and no hash", async () => {
    const store = createPostgresStore(database.pool);
    const error = await store.putCode("secret key", { hash: "secret hash" }, Number.NaN).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(StoreError);
    expect(`${error} ${JSON.stringify(error)}`).not.toContain("secret");
  });
});

describe.skipIf(!redisServer)("Upstash (skipped without a redis-server)", () => {
  let upstash: UpstashServer;
  let subject: StoreUnderTest;

  beforeAll(async () => {
    upstash = await startUpstashServer(redisServer!);
    const { redis } = upstash;
    subject = {
      store: createUpstashStore(upstash),
      async expireCode(key) {
        await redis.pexpire(`charsu:code:${key}`, 0);
      },
      async holdsCode(key) {
        return (await redis.exists(`charsu:code:${key}`)) === 1;
      },
      async age(seconds) {
        for (const key of await redis.keys("charsu:hit:*")) {
          const log = (await redis.get(key)) ?? "";
          const older = log.replaceAll(/(\d+):/g, (_, moment) => `${Number(moment) - seconds * 1000}:`);
          await redis.set(key, older, "KEEPTTL");
        }
      },
    };
  });
  afterAll(() => upstash?.stop());

  codeStoreContract("Upstash", () => subject);

  test("every key begins with charsu: and expires by itself", async () => {
    const { store } = subject;
    await upstash.redis.flushall();
    await store.putCode("code", { hash: "right" }, 300);
    await store.checkCode("code", "no", 5);
    await store.takeAll([
      { bucket: "one", limit: 2, windowSeconds: 60 },
      { bucket: "many", limit: 1000, windowSeconds: 60 },
    ]);
    const keys = (await upstash.redis.keys("*")).sort();
    expect(keys).toEqual(["charsu:code:code", "charsu:hit:many:60", "charsu:hit:one:60"]);
    const lives = await Promise.all(keys.map((key) => upstash.redis.pttl(key)));
    expect(lives.map((ms) => ms > 0)).toEqual([true, true, true]);
    expect(lives[0]).toBeLessThanOrEqual(300_000);
    expect(lives[1]).toBeLessThanOrEqual(61_000);
    expect(await store.sweep()).toBe(0);
  });

  test("a wrong token is a StoreError that tells no key and no hash", async () => {
    const store = createUpstashStore({ url: upstash.url, token: "another" });
    const error = await store.putCode("secret key", { hash: "secret hash" }, 300).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(StoreError);
    expect(`${error} ${JSON.stringify(error)}`).not.toContain("secret");
  });
});

describe("a Redis that does not answer", () => {
  const asking = async (onRequest: (request: IncomingMessage) => void) => {
    let asked = 0;
    const server = createServer((request) => {
      asked++;
      onRequest(request);
    });
    const { url, stop } = await listen(server);
    const store = createUpstashStore({ url, token: "test-token", timeoutMs: 100 });
    await expect(store.checkCode("key", "hash", 5)).rejects.toThrow(StoreError);
    stop();
    return asked;
  };

  test("is given up on after the timeout", async () => {
    expect(await asking(() => {})).toBe(1);
  });

  test("is not asked twice when it hangs up", async () => {
    expect(await asking((request) => request.socket.destroy())).toBe(1);
  });
});
