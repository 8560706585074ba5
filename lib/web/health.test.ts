import { createServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { closePools } from "@/db/client";
import { setEnv } from "@/lib/platform/env";
import { nobody } from "./actor";
import { plainContext } from "./context";
import { health } from "./health";

const AUTH_SECRET = "test-auth-secret-test-auth-secret";
const use = (port: number) => setEnv({ AUTH_SECRET, DATABASE_URL: `postgres://owner@127.0.0.1:${port}/market` });

afterEach(async () => {
  setEnv({ AUTH_SECRET: undefined, DATABASE_URL: undefined });
  await closePools();
});

const down = { status: "down", database: "down", version: expect.any(String) };

it("is down at once when nobody listens", async () => {
  use(1);
  expect(await health.safe(plainContext(nobody), {})).toMatchObject({
    ok: false,
    error: { code: "unavailable", data: down, retryAfter: 2 },
  });
});

it("is down after a second when the database says nothing", async () => {
  const sockets = new Set<{ destroy(): void }>();
  const mute = createServer((socket) => sockets.add(socket));
  await new Promise<void>((done) => mute.listen(0, "127.0.0.1", done));
  use((mute.address() as { port: number }).port);
  const started = performance.now();
  expect(await health.safe(plainContext(nobody), {})).toMatchObject({ ok: false, error: { data: down } });
  expect(performance.now() - started).toBeLessThan(1500);
  for (const socket of sockets) socket.destroy();
  mute.close();
});
