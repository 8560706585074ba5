import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { pool } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import manifest from "@/package.json";
import { anyone } from "./actor";
import type { Operation } from "./operation";

/** Milliseconds that the database has to answer. */
const patience = 1000;

const healthView = z.object({
  status: z.enum(["ok", "down"]),
  database: z.enum(["up", "down"]),
  version: z.string(),
});

async function databaseAnswers(): Promise<boolean> {
  const answer = pool("shop")
    .query("select 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, sleep(patience, false, { ref: false })]);
}

const safe: Operation<z.ZodType, typeof healthView>["safe"] = async (context) => {
  const { version } = manifest;
  if (await databaseAnswers()) return { ok: true, data: { status: "ok", database: "up", version }, message: "Fine." };
  const data = { status: "down", database: "down", version };
  return { ok: false, error: new AppError("unavailable", context.say("errors.busy"), { data, retryAfter: 2 }) };
};

/** Whether this process can serve. By hand, because `operation` waits for a connection as long as it takes. */
export const health: Operation<z.ZodType, typeof healthView> = {
  name: "health.read",
  summary: "Whether the process and its database answer.",
  http: { method: "GET", path: "/api/health" },
  message: "Fine.",
  input: z.object({}),
  output: healthView,
  allow: [anyone],
  limit: "none",
  safe,
  call: async (context, input) => {
    const result = await safe(context, input);
    if (!result.ok) throw result.error;
    return result.data;
  },
};
